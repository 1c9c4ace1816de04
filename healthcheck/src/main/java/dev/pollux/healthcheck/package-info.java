/**
 * Checkers of real servers: who is checked, when, and what came of it.
 *
 * <p>Depends on {@code linux} and {@code grammar.model}. {@link dev.pollux.healthcheck.HealthCheckProxy} is the way in from
 * other threads; behind it the first {@code check} loop owns the list of checkers, and every checker is pinned to one
 * {@code check} loop, which owns its state and its sockets.
 */
@NullMarked
package dev.pollux.healthcheck;

import org.jspecify.annotations.NullMarked;

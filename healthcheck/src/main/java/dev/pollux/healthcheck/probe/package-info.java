/**
 * How a real server is asked: connections, requests and the reading of answers. Deciding what an answer means for the
 * server is the policy's affair.
 *
 * <p>Depends on {@code linux}, {@code grammar.model}, {@code healthcheck.policy} and Netty. Everything here belongs to the
 * {@code check} loop of its checker.
 */
@NullMarked
package dev.pollux.healthcheck.probe;

import org.jspecify.annotations.NullMarked;

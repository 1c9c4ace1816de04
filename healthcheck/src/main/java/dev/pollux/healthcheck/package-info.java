/** Checkers of real servers. Owned by the {@code check} loops. */
@NullMarked
package dev.pollux.healthcheck;

import org.jspecify.annotations.NullMarked;

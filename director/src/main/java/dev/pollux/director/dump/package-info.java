/**
 * What keepalived writes to files when it is sent a signal: state, statistics and JSON, at the places where programs look for
 * them. Owned by the {@code control} loop.
 */
@NullMarked
package dev.pollux.director.dump;

import org.jspecify.annotations.NullMarked;

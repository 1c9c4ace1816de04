/** Measurements against a peer in the same run, started by hand on a machine that has nothing else to do. */
@NullMarked
package dev.pollux.integration.benchmark;

import org.jspecify.annotations.NullMarked;

/**
 * The clock that everything is timed by, and the way from the kernel's packet timestamps to it. Only {@code linux} and
 * {@code director} read clocks; the cores are given times.
 *
 * <p>Depends on {@code syscall}. A {@link dev.pollux.linux.time.KernelTimestamps} belongs to one loop.
 */
@NullMarked
package dev.pollux.linux.time;

import org.jspecify.annotations.NullMarked;

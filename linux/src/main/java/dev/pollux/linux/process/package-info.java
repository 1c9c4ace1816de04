/**
 * What this process is and may, and what it asks of the kernel for itself: memory locking, real-time scheduling.
 *
 * <p>Depends on {@code syscall} and {@code signal}. Belongs to no loop.
 */
@NullMarked
package dev.pollux.linux.process;

import org.jspecify.annotations.NullMarked;

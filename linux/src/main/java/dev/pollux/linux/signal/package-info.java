/**
 * Signals as readable events (signalfd(2)). {@code sun.misc.Signal} cannot take real-time signals and calls handlers on
 * threads of its own.
 *
 * <p>Depends on {@code syscall}. A descriptor belongs to the {@code control} loop.
 */
@NullMarked
package dev.pollux.linux.signal;

import org.jspecify.annotations.NullMarked;

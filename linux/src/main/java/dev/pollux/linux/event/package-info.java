/**
 * Event loops of one named thread each, any file descriptor as a citizen of such a loop, and timers with absolute
 * deadlines.
 *
 * <p>Depends on Netty's epoll transport, {@code syscall} and {@code time}. Objects made here belong to the loop they were
 * made for.
 */
@NullMarked
package dev.pollux.linux.event;

import org.jspecify.annotations.NullMarked;

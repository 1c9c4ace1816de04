/**
 * Sockets that Java has not: raw IP and UDP with kernel receive timestamps, and packet sockets for whole frames.
 * Non-blocking; sending and receiving allocate nothing, but for the sender of each UDP datagram.
 *
 * <p>Depends on {@code syscall}. A socket belongs to the loop that reads and writes it; joining and leaving groups and
 * closing a socket that has joined some take the kernel's rtnl lock and belong on the {@code rtnl} loop.
 */
@NullMarked
package dev.pollux.linux.socket;

import org.jspecify.annotations.NullMarked;

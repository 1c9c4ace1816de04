package dev.pollux.linux.signal;

/**
 * A signal that came.
 *
 * @param senderPid who sent it, 0 for the kernel
 * @param senderUserId on whose behalf
 */
public record ReceivedSignal(Signal signal, int senderPid, int senderUserId) {}

package dev.pollux.vrrp.bfd.machine;

import dev.pollux.vrrp.bfd.packet.ControlPacket;

/** What can happen to a session. */
public sealed interface SessionEvent {

    /** When the machine is told, in nanoseconds of the loop's clock. */
    long at();

    /** The session begins. */
    record Started(long at) implements SessionEvent {}

    /** A deadline of the session may have passed. */
    record TimerExpired(long at) implements SessionEvent {}

    /**
     * A packet of this session.
     *
     * @param receivedAt when the kernel received it, at most {@code at}: the detection time counts from here
     */
    record PacketReceived(long at, long receivedAt, ControlPacket packet) implements SessionEvent {}

    /** The configuration changed; the step gets the new parameters. */
    record ParametersChanged(long at, SessionParameters previous) implements SessionEvent {}

    /** The session ends for good. */
    record Stopped(long at) implements SessionEvent {}
}

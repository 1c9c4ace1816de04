package dev.pollux.vrrp.bfd.machine;

import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.SessionState;

/** What the shell has to do after a step, in the order of the list. */
public sealed interface SessionAction {

    /** The state changed: log it, tell listeners. */
    record Enter(SessionState from, SessionState to) implements SessionAction {}

    /** Send a packet now. */
    record Send(ControlPacket packet) implements SessionAction {}
}

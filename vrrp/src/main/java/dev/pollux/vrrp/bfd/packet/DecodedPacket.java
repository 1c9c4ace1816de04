package dev.pollux.vrrp.bfd.packet;

/** What a received datagram turned out to be. */
public sealed interface DecodedPacket {

    /** A control packet that may be acted upon, if there is a session for it. */
    record Control(ControlPacket packet) implements DecodedPacket {}

    /** Something else. */
    record Malformed(DropReason reason) implements DecodedPacket {}
}

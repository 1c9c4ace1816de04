package dev.pollux.grammar.model;

/** {@code lb_kind} or {@code lvs_method}: how the kernel brings a packet to a real server. */
public sealed interface Forwarding {

    /** {@code NAT}: addresses are rewritten, replies come back through the director. */
    record Nat() implements Forwarding {}

    /** {@code DR}: the frame is sent to the server's MAC address, replies bypass the director. */
    record DirectRouting() implements Forwarding {}

    /**
     * {@code TUN}: the packet is wrapped, replies bypass the director.
     *
     * @param port UDP port of {@link Encapsulation#GUE}, else 0
     */
    record Tunnel(Encapsulation encapsulation, int port, Checksum checksum) implements Forwarding {}

    /** Attribute {@code IPVS_DEST_ATTR_TUN_TYPE}, in the kernel's order. */
    enum Encapsulation {
        IPIP,
        GUE,
        GRE
    }

    /** Attribute {@code IPVS_DEST_ATTR_TUN_FLAGS}: 0, bit 0, bit 1. */
    enum Checksum {
        NONE,
        CHECKSUM,
        REMOTE_CHECKSUM
    }
}

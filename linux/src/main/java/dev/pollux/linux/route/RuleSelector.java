package dev.pollux.linux.route;

import org.jspecify.annotations.Nullable;

/**
 * Which packets a rule is for: those that fit everything that is said.
 *
 * @param source null: any
 * @param destination null: any
 * @param typeOfService 0: any
 * @param mark {@code fwmark} under {@code markMask}; with a mask of 0: any
 * @param incoming name of an interface, empty: any
 * @param outgoing name of an interface, for packets of this machine's sockets that are bound to it; empty: any
 * @param tunnelId 0: any
 * @param transport who sends
 */
public record RuleSelector(
        @Nullable Prefix source,
        @Nullable Prefix destination,
        int typeOfService,
        long mark,
        long markMask,
        String incoming,
        String outgoing,
        long tunnelId,
        TransportSelector transport) {

    /** Every packet. */
    public static final RuleSelector ALL = new RuleSelector(null, null, 0, 0, 0, "", "", 0, TransportSelector.ANY);

    /** Packets from these addresses. */
    public static RuleSelector from(Prefix source) {
        return new RuleSelector(source, null, 0, 0, 0, "", "", 0, TransportSelector.ANY);
    }

    /**
     * The part of a selector that looks at users and ports.
     *
     * @param protocol of IP, 0: any
     */
    public record TransportSelector(
            @Nullable Range users,
            int protocol,
            @Nullable Range sourcePorts,
            @Nullable Range destinationPorts) {

        public static final TransportSelector ANY = new TransportSelector(null, 0, null, null);
    }

    /** Numbers from the first to the last. */
    public record Range(long first, long last) {}
}

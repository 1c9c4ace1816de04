package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * {@code unicast_peer} and what belongs to it. Without peers the instance speaks multicast.
 *
 * @param ttl {@code unicast_ttl}: TTL or hop limit of adverts sent to peers, 0 to 255
 */
public record UnicastSettings(List<Peer> peers, int ttl, Set<Flag> flags) {

    /** TTL to peers over IPv4 unless something else is written. */
    public static final int DEFAULT_TTL = 255;

    /** Hop limit to peers over IPv6 unless something else is written: the kernel's own default. */
    public static final int DEFAULT_HOP_LIMIT = 64;

    /** What is on or off. */
    public enum Flag {
        /** {@code check_unicast_src}: adverts of others than the peers are dropped. */
        CHECK_SOURCE,
        /** {@code unicast_fault_no_peer}: without peers the instance is in FAULT instead of speaking multicast. */
        FAULT_WITHOUT_PEER,
        /** {@code old_unicast_checksum}: version 3 over IPv4 sums the multicast group instead of the peer. */
        OLD_CHECKSUM,
        /** {@code old_unicast_checksum never}: not even when a peer does. */
        NEVER_OLD_CHECKSUM
    }

    public UnicastSettings {
        peers = List.copyOf(peers);
        flags = Set.copyOf(flags);
    }

    public static UnicastSettings multicast() {
        return new UnicastSettings(List.of(), DEFAULT_TTL, Set.of());
    }

    public static int defaultTtl(AddressFamily family) {
        return family == AddressFamily.IPV4 ? DEFAULT_TTL : DEFAULT_HOP_LIMIT;
    }

    public boolean enabled() {
        return !peers.isEmpty();
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /**
     * Another router of the same virtual router.
     *
     * @param minTtl {@code min_ttl}: smallest TTL accepted from this peer
     * @param maxTtl {@code max_ttl}: largest TTL accepted from this peer
     */
    public record Peer(InetAddress address, int minTtl, int maxTtl) {

        private static final int MOST = 255;

        /** Whether the sender's distance matters: it does for all peers as soon as it does for one. */
        public boolean limited() {
            return minTtl > 0 || maxTtl < MOST;
        }
    }
}

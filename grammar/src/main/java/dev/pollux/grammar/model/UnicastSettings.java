package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.util.List;

/**
 * {@code unicast_peer} and what belongs to it. Without peers the instance speaks multicast.
 *
 * @param ttl {@code unicast_ttl}: TTL or hop limit of adverts sent to peers, 0 to 255
 */
public record UnicastSettings(List<Peer> peers, int ttl) {

    public UnicastSettings {
        peers = List.copyOf(peers);
    }

    public static UnicastSettings multicast() {
        return new UnicastSettings(List.of(), 255);
    }

    public boolean enabled() {
        return !peers.isEmpty();
    }

    /**
     * Another router of the same virtual router.
     *
     * @param minTtl {@code min_ttl}: smallest TTL accepted from this peer
     * @param maxTtl {@code max_ttl}: largest TTL accepted from this peer
     */
    public record Peer(InetAddress address, int minTtl, int maxTtl) {}
}

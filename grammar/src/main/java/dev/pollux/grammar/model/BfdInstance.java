package dev.pollux.grammar.model;

import dev.pollux.grammar.model.Trackers.Worth;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code bfd_instance}: a session of bidirectional forwarding detection (RFC 5880) with a neighbour. Names and neighbours are
 * unique.
 *
 * @param name of at most 31 characters, for {@code track_bfd} and {@code BFD_CHECK}
 * @param worth what it is worth to instances that track it and do not say themselves
 * @param audience who hears of it
 */
public record BfdInstance(String name, Path path, Timing timing, boolean passive, Worth worth, Audience audience) {

    /** Largest TTL and hop limit. */
    public static final int MAX_TTL = 255;

    /** Hop limit that keepalived sends and expects over IPv6 where the file does not say; RFC 5881 wants 255. */
    public static final int USUAL_HOP_LIMIT = 64;

    /**
     * Between whom.
     *
     * @param source null: the address that the kernel chooses
     * @param ttl TTL or hop limit that is sent
     * @param maxHops by so much less than {@code ttl} may come in; at most {@code ttl}
     * @param multihop over routers, on UDP port 4784 (RFC 5883), not 3784 (RFC 5881)
     */
    public record Path(InetAddress neighbor, @Nullable InetAddress source, int ttl, int maxHops, boolean multihop) {

        public AddressFamily family() {
            return AddressFamily.of(neighbor);
        }

        /** Whether a packet that came in with this TTL is near enough. */
        public boolean admits(int receivedTtl) {
            return receivedTtl + maxHops >= ttl;
        }
    }

    /**
     * How often.
     *
     * @param minRx we do not want to receive more often
     * @param minTx we do not send more often
     * @param idleTx nor more often than this while the session is not up
     * @param multiplier so many of our packets may be missing before the neighbour takes us for gone
     */
    public record Timing(Duration minRx, Duration minTx, Duration idleTx, int multiplier) {

        private static final Timing USUAL =
                new Timing(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofSeconds(1), 5);

        public static Timing usual() {
            return USUAL;
        }
    }

    /** Who may track it, at least one of them. */
    public record Audience(boolean vrrp, boolean checks) {}
}

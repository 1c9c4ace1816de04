package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.grammar.model.Trackers.Worth;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A {@code bfd_instance} while it is being read; null and 0: not given. */
final class BfdDraft {

    final String name;
    final SourceSpan span;

    @Nullable
    InetAddress neighbor;

    @Nullable
    InetAddress source;

    Duration minRx = BfdInstance.Timing.usual().minRx();
    Duration minTx = BfdInstance.Timing.usual().minTx();
    Duration idleTx = BfdInstance.Timing.usual().idleTx();
    int multiplier = BfdInstance.Timing.usual().multiplier();
    boolean passive;
    int ttl;
    int maxHops;
    boolean multihop;
    Worth worth = new Worth(0, false);
    boolean vrrp;
    boolean checks;

    BfdDraft(String name, SourceSpan span) {
        this.name = name;
        this.span = span;
    }

    /** What makes it impossible, for people; empty: nothing. */
    String problem(Collection<BfdDraft> others) {
        InetAddress to = neighbor;
        InetAddress from = source;
        if (to == null) {
            return "has no neighbor_ip";
        }
        if (from != null && AddressFamily.of(from) != AddressFamily.of(to)) {
            return "has source_ip " + AddressText.of(from) + ", which is not of the family of neighbor_ip "
                    + AddressText.of(to);
        }
        return others.stream()
                .filter(other -> to.equals(other.neighbor))
                .findFirst()
                .map(other -> "has the neighbor_ip of bfd_instance " + other.name)
                .orElse("");
    }

    /** The TTL that keepalived sends, which {@code max_hops} is counted from. */
    int limit() {
        boolean usual = ttl == 0 && neighbor != null && AddressFamily.of(neighbor) == AddressFamily.IPV6;
        return usual ? BfdInstance.USUAL_HOP_LIMIT : ttl == 0 ? BfdInstance.MAX_TTL : ttl;
    }

    /** To be called only where there is no problem. */
    BfdInstance complete(InetAddress to) {
        int hops = maxHops < 0 ? limit() : Math.min(maxHops, limit());
        // Where the file does not say, 255 leaves, as other systems ask for, and what keepalived sends is near enough.
        int sent = ttl == 0 ? BfdInstance.MAX_TTL : ttl;
        boolean all = vrrp == checks;
        return new BfdInstance(
                name,
                new BfdInstance.Path(to, source, sent, hops + sent - limit(), multihop),
                new BfdInstance.Timing(minRx, minTx, idleTx, multiplier),
                passive,
                worth,
                new BfdInstance.Audience(all || vrrp, all || checks));
    }
}

package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.ipvs.IpvsStatus;
import dev.pollux.ipvs.VirtualServerStatus;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts connections by local address and warns before the ports towards a server run out. The kernel's tracked connections
 * are read where they are few; of a large table, or one that cannot be read, IPVS's own counts by real server are divided by
 * the addresses, which take turns. Owned by the {@code lvs} loop.
 */
final class PortWatch {

    private static final Logger log = LoggerFactory.getLogger(PortWatch.class);
    private static final long PERIOD_NANOS = 10_000_000_000L;

    /** Counting takes at most a twentieth of the time, and happens every minute at least. */
    private static final long REST = 20;

    private static final long LONGEST_REST_NANOS = 60_000_000_000L;

    /** A table of this size takes some 50 ms to read. */
    private static final long MOST_READ = 100_000;

    private static final double ALARM = 0.8;
    private static final double ALL_CLEAR = 0.7;

    private final EventExecutor loop;
    private final NanoClock clock;
    private final Supplier<IpvsStatus> services;
    private final ConnectionTracking tracking;
    private final DeadlineTimer timer;
    private final Set<InetAddress> alarmed = new HashSet<>();
    private Set<InetAddress> addresses = Set.of();
    private volatile Map<InetAddress, PortUse> use = Map.of();

    PortWatch(EventExecutor loop, NanoClock clock, Supplier<IpvsStatus> services, ConnectionTracking tracking) {
        this.loop = loop;
        this.clock = clock;
        this.services = services;
        this.tracking = tracking;
        this.timer = new DeadlineTimer(loop, clock, this::count);
    }

    /** Watches these addresses from now on; any thread may say so. */
    void watch(Set<InetAddress> next) {
        loop.execute(() -> {
            addresses = next;
            if (next.isEmpty()) {
                timer.cancel();
                use = Map.of();
            } else if (!timer.isArmed()) {
                timer.arm(clock.nanoTime() + PERIOD_NANOS);
            }
        });
    }

    /** As last counted; any thread may ask. */
    Map<InetAddress, PortUse> use() {
        return use;
    }

    private void count() {
        long start = clock.nanoTime();
        Map<InetAddress, PortUse> counted = counted();
        use = counted;
        counted.forEach(this::judge);
        long took = clock.nanoTime() - start;
        timer.arm(start + took + Math.min(LONGEST_REST_NANOS, Math.max(PERIOD_NANOS, REST * took)));
    }

    private Map<InetAddress, PortUse> counted() {
        try {
            if (tracking.count() <= MOST_READ) {
                return PortCount.of(tracking.translated(), addresses);
            }
        } catch (IOException | SystemCallException e) {
            log.debug("Tracked connections cannot be read: {}", e.getMessage());
        }
        return divided(services.get(), addresses);
    }

    /** What each address has if the addresses of a pool share a real server's connections equally. */
    static Map<InetAddress, PortUse> divided(IpvsStatus status, Set<InetAddress> addresses) {
        PortCount count = new PortCount();
        for (VirtualServerStatus server : status.virtualServers()) {
            if (!(server.configured().sourceTranslation() instanceof SourceTranslation.LocalAddresses group)) {
                continue;
            }
            List<InetAddress> pool = group
                    .of(server.configured().services().get(0).family())
                    .stream()
                    .map(local -> local.address())
                    .filter(addresses::contains)
                    .toList();
            server.realServers().forEach(real -> {
                long share =
                        pool.isEmpty() ? 0 : (real.load().active() + real.load().inactive()) / pool.size();
                PortCount.Target target = new PortCount.Target(
                        0,
                        real.configured().key().address(),
                        real.configured().key().port());
                pool.forEach(local -> count.add(local, target, share));
            });
        }
        return count.result();
    }

    private void judge(InetAddress local, PortUse now) {
        if (now.share() >= ALARM && alarmed.add(local)) {
            log.warn(
                    "Local address {} has {} connections to {}, of at most {}: new ones fail when its ports run out. Add"
                            + " addresses to its local_address_group, or real servers",
                    AddressText.of(local),
                    now.busiest(),
                    now.busiestServer(),
                    PortUse.PORTS);
        } else if (now.share() < ALL_CLEAR && alarmed.remove(local)) {
            log.info("Local address {} has free ports again", AddressText.of(local));
        }
    }
}

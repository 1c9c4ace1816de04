package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.fullnat.FullNatStatus.LocalAddressStatus;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of FULLNAT: desired against observed, at every change and every three seconds. Where no service is translated it does
 * nothing and asks the kernel nothing. Owned by the {@code rtnl} loop: methods are called there unless they say otherwise.
 */
final class FullNatKeeper {

    private static final Logger log = LoggerFactory.getLogger(FullNatKeeper.class);
    private static final long PERIOD_NANOS = 3_000_000_000L;

    private final EventExecutor loop;
    private final NanoClock clock;
    private final Problems problems = new Problems();
    private final AddressRecord record;
    private final TableKeeper table;
    private final AddressKeeper addresses;
    private final KernelSettings settings;
    private final PortWatch ports;
    private final DeadlineTimer timer;
    private final Map<ServiceKey.ByAddress, List<InetAddress>> overrides = new HashMap<>();

    private Configuration configuration = Configuration.empty();
    private Translations translations = Translations.none();
    private LocalAddresses local = LocalAddresses.none();
    private Set<InetAddress> present = Set.of();
    private long repairs;
    private boolean active;
    private boolean stopped;
    private volatile FullNatStatus published = FullNatStatus.initial();

    FullNatKeeper(FullNatEnvironment environment) {
        loop = environment.rtnl();
        clock = environment.clock();
        record = new AddressRecord(environment.addressRecord());
        table = new TableKeeper(environment.nftables(), problems);
        addresses = new AddressKeeper(record, problems);
        settings = new KernelSettings(environment.modules(), problems);
        ports = new PortWatch(environment.lvs(), environment.clock(), environment.services());
        timer = new DeadlineTimer(loop, clock, this::pass);
    }

    void commit(Configuration next) {
        assert loop.inEventLoop();
        configuration = next;
        apply();
    }

    void override(ServiceKey.ByAddress service, List<InetAddress> own) {
        assert loop.inEventLoop();
        overrides.put(service, List.copyOf(own));
        apply();
    }

    void lift(ServiceKey.ByAddress service) {
        assert loop.inEventLoop();
        if (overrides.remove(service) != null) {
            apply();
        }
    }

    void stop(boolean remove) {
        assert loop.inEventLoop();
        stopped = true;
        timer.cancel();
        ports.watch(Set.of());
        if (remove && active) {
            guarded(this::clear);
        }
    }

    /** The addresses of a service now, with what was overridden. */
    List<InetAddress> addresses(ServiceKey.ByAddress service) {
        assert loop.inEventLoop();
        return translations.addresses(service);
    }

    /** Any thread may ask. */
    FullNatStatus status() {
        FullNatStatus status = published;
        Map<InetAddress, PortUse> use = ports.use();
        return new FullNatStatus(
                status.translations(),
                status.addresses().stream()
                        .map(address -> new LocalAddressStatus(
                                address.address(),
                                address.floats(),
                                address.present(),
                                use.getOrDefault(address.address(), PortUse.NONE)))
                        .toList(),
                status.problems(),
                status.repairs());
    }

    private void apply() {
        if (stopped) {
            return;
        }
        Translations next = Translations.of(configuration);
        for (Map.Entry<ServiceKey.ByAddress, List<InetAddress>> entry : overrides.entrySet()) {
            next = next.with(entry.getKey(), entry.getValue());
        }
        Translations old = translations;
        translations = next;
        local = LocalAddresses.of(configuration, next);
        if (next.isEmpty()) {
            if (active || record.exists()) {
                guarded(this::clear);
                log.info("No virtual server has FULLNAT any more, its nftables table is removed");
            }
            publish();
            return;
        }
        boolean changed = !next.equals(old);
        if (!active) {
            active = true;
            guarded(() -> record.write(record.read()));
        }
        keep();
        if (changed) {
            table.desire(next);
            log.info(
                    "FULLNAT for {} services, from {} local addresses",
                    next.pools().size(),
                    next.addresses().size());
        }
        ports.watch(next.addresses());
        publish();
        timer.arm(clock.nanoTime() + PERIOD_NANOS);
    }

    private void pass() {
        keep();
        repairs += table.compare(repair());
        publish();
        timer.arm(clock.nanoTime() + PERIOD_NANOS);
    }

    private void keep() {
        guarded(() -> {
            repairs += addresses.keep(local.standing(), repair());
            repairs += settings.keep(repair());
            present = addresses.present(translations.addresses());
        });
    }

    private void clear() {
        active = false;
        timer.cancel();
        ports.watch(Set.of());
        table.remove();
        addresses.keep(List.of(), Repair.ON);
        settings.restore();
        record.remove();
        problems.forget();
        present = Set.of();
    }

    /** {@code drift_repair}. */
    private Repair repair() {
        return configuration.global().ipvs().driftRepair();
    }

    private void publish() {
        List<LocalAddressStatus> list = new ArrayList<>();
        for (LocalAddress address : local.standing()) {
            list.add(status(address.address(), false));
        }
        for (InetAddress address : new HashSet<>(local.floating())) {
            list.add(status(address, true));
        }
        published = new FullNatStatus(translations, list, problems.list(), repairs);
    }

    private LocalAddressStatus status(InetAddress address, boolean floats) {
        return new LocalAddressStatus(address, floats, present.contains(address), PortUse.NONE);
    }

    /** A failure of the machine must not end the watch over the rest. */
    private void guarded(Runnable action) {
        try {
            action.run();
            problems.solved("local addresses");
        } catch (SystemCallException | UncheckedIOException e) {
            problems.found("local addresses", String.valueOf(e.getMessage()));
        }
    }
}

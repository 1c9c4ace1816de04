package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.Repair;
import dev.pollux.ipvs.fullnat.FullNatStatus.LocalAddressStatus;
import dev.pollux.ipvs.override.ChangeFile;
import dev.pollux.ipvs.ruleset.Problems;
import dev.pollux.ipvs.ruleset.TableKeeper;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of FULLNAT: desired against observed, at every change and every three seconds. Where no service is translated it does
 * nothing and asks the kernel nothing. Owned by the {@code host} loop: methods are called there unless they say otherwise.
 */
final class FullNatKeeper {

    private static final Logger log = LoggerFactory.getLogger(FullNatKeeper.class);
    private static final long PERIOD_NANOS = 3_000_000_000L;

    private final EventExecutor loop;
    private final NanoClock clock;
    private final Problems problems = new Problems("FULLNAT");
    private final AddressRecord record;
    private final TableKeeper<TranslationTable> table;
    private final AddressKeeper addresses;
    private final KernelSettings settings;
    private final PortWatch ports;
    private final DeadlineTimer timer;
    private final ChangeFile overrideFile;

    private Configuration configuration = Configuration.empty();
    private Translations configured = Translations.none();
    private Translations translations = Translations.none();
    private LocalAddresses local = LocalAddresses.none();
    private Set<InetAddress> present = Set.of();
    private long repairs;
    private boolean started;
    private boolean active;
    private boolean stopped;
    private volatile LocalAddressOverrides overrides = LocalAddressOverrides.of(List.of());
    private volatile FullNatStatus published = FullNatStatus.initial();

    FullNatKeeper(FullNatEnvironment environment) {
        loop = environment.host();
        clock = environment.clock();
        record = new AddressRecord(environment.addressRecord());
        overrideFile = new ChangeFile(environment.overrides());
        table = new TableKeeper<>(environment.nftables(), problems, TranslationTable.of(Translations.none()));
        addresses = new AddressKeeper(record, problems);
        settings = new KernelSettings(environment.modules(), problems);
        ports = new PortWatch(
                environment.lvs(), environment.clock(), environment.services(), ConnectionTracking.system());
        timer = new DeadlineTimer(loop, clock, this::pass);
    }

    void commit(Configuration next) {
        assert loop.inEventLoop();
        configuration = next;
        configured = Translations.of(next);
        if (!started) {
            started = true;
            recall();
        }
        apply();
    }

    NetlinkAck override(LocalAddressChange change) {
        assert loop.inEventLoop();
        NetlinkAck answer = LocalAddressOverrides.answer(change, overrides.over(configured));
        if (answer.succeeded()) {
            log.warn("Override: {} (until pollux override lift)", change);
            become(overrides.with(change, configured));
        }
        return answer;
    }

    void lift(Collection<LocalAddressChange> changes) {
        assert loop.inEventLoop();
        overrides.changes().stream()
                .filter(changes::contains)
                .forEach(change -> log.info("Override lifted: {}", change));
        become(overrides.without(changes));
    }

    /** In force now; any thread may ask. */
    List<LocalAddressChange> overrides() {
        return overrides.changes();
    }

    private void become(LocalAddressOverrides next) {
        overrides = next;
        overrideFile.write(next.changes());
        apply();
    }

    /** Takes over what an earlier director kept. */
    private void recall() {
        overrides = LocalAddressOverrides.of(overrideFile.read().stream()
                .filter(LocalAddressChange.class::isInstance)
                .map(LocalAddressChange.class::cast)
                .toList());
        overrides
                .changes()
                .forEach(change -> log.warn("Override still in force: {} (pollux override lift ends it)", change));
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
        Translations next = overrides.over(configured);
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
            table.desire(TranslationTable.of(next));
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
        for (InetAddress address : local.floating()) {
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

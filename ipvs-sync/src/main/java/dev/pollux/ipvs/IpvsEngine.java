package dev.pollux.ipvs;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.NotificationSettings;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import dev.pollux.ipvs.marks.GroupMarks;
import dev.pollux.ipvs.marks.MarkLedger;
import dev.pollux.ipvs.override.OverrideAnswer;
import dev.pollux.ipvs.override.OverrideLedger;
import dev.pollux.ipvs.policy.Transition;
import dev.pollux.ipvs.policy.VirtualServerEvent;
import dev.pollux.ipvs.policy.VirtualServerPolicy;
import dev.pollux.ipvs.policy.VirtualServerState;
import dev.pollux.ipvs.reconcile.Reconciler;
import dev.pollux.ipvs.reconcile.Removal;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.ForeignServices;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * All virtual servers. Owned by the {@code lvs} loop: methods are called there unless they say otherwise.
 *
 * <p>Verdicts that arrive together are written to the kernel together, at the end of the loop's turn; who listens is told
 * after that.
 */
final class IpvsEngine {

    private final EventExecutor loop;
    private final NanoClock clock;
    private final DeletionPermit permit;
    private final OccurrenceReport report;
    private final Reconciler reconciler;
    private final OverrideLedger overrides;
    private final MarkLedger marks;
    private final Set<ServiceKey> changed = new LinkedHashSet<>();

    private volatile Map<VirtualServerKey, VirtualServerSlot> slots = Map.of();
    private volatile DesiredServices services = new DesiredServices(List.of(), GroupMarks.none());
    private GlobalSettings global = GlobalSettings.defaults();
    private boolean started;
    private boolean stopped;

    IpvsEngine(IpvsEnvironment environment) {
        loop = environment.loop();
        clock = environment.clock();
        permit = environment.records().permit();
        report = new OccurrenceReport(environment.listener());
        overrides = new OverrideLedger(environment.records().overrides());
        marks = new MarkLedger(environment.records().marks());
        reconciler = new Reconciler(new Reconciler.Environment(
                loop,
                clock,
                environment.kernel(),
                environment.modules(),
                environment.records().journal(),
                environment.listener()));
    }

    /**
     * Whether the way to this configuration may be gone at all, by whatever steps. The first one always may: what it
     * removes was left by an earlier director.
     *
     * @throws RefusedChangeException where more would be deleted than the configuration allows, or the table would be another
     */
    void admit(Configuration next) {
        assert loop.inEventLoop();
        if (!started) {
            return;
        }
        if (!Objects.equals(next.global().ipvs().namespace(), global.ipvs().namespace())) {
            throw new RefusedChangeException("net_namespace_ipvs cannot change at a reload: restart for that");
        }
        Integer limit = next.global().ipvs().maxDeletions();
        if (limit == null) {
            return;
        }
        Deletions deletions = Deletions.of(prepare(next).commands(), reconciler.known());
        if (deletions.total() > limit && !permit.use()) {
            throw new RefusedChangeException(
                    "it would delete " + deletions + " from IPVS, and lvs_max_deletions allows " + limit
                            + " together. If that is meant: touch " + permit.file() + " and reload again");
        }
    }

    IpvsPlan prepare(Configuration next) {
        assert loop.inEventLoop();
        Configuration familiar = withKnownServers(next);
        GroupMarks nextMarks = marks.next(familiar);
        IpvsTable wanted = table(new DesiredServices(familiar.virtualServers(), nextMarks), server -> transition(server)
                .state());
        return new IpvsPlan(familiar, nextMarks, reconciler.plan(wanted));
    }

    void commit(IpvsPlan plan) {
        assert loop.inEventLoop();
        if (stopped) {
            return;
        }
        flush();
        report.hold();
        Configuration next = plan.configuration();
        Map<VirtualServerKey, VirtualServerSlot> old = slots;
        Map<VirtualServerKey, VirtualServerSlot> fresh = new LinkedHashMap<>();
        next.virtualServers().forEach(server -> fresh.put(server.key(), slot(server)));
        old.forEach((key, slot) -> {
            if (!fresh.containsKey(key)) {
                report.removed(slot.get());
            }
        });
        next.virtualServers().forEach(server -> report.configured(server, old.get(server.key())));
        DesiredServices nextServices = new DesiredServices(next.virtualServers(), plan.marks());
        IpvsTable table = table(nextServices, server -> state(fresh, server));
        slots = fresh;
        services = nextServices;
        marks.commit(plan.marks());
        global = next.global();
        if (!started) {
            overrides.recall();
            table = overrides.now().over(table);
        }
        if (!started && global.notification().flags().contains(NotificationSettings.Flag.INITIAL_SERVER_STATES)) {
            slots.values().forEach(slot -> report.began(slot.get()));
        }
        boolean flushForeign = !started && global.ipvs().flushAtStart();
        started = true;
        reconciler.timeouts(global.ipvs().timeouts());
        reconciler.desire(
                table,
                flushForeign ? ForeignServices.DELETE : ForeignServices.LEAVE,
                global.ipvs().driftRepair());
        report.deliver();
    }

    /** Takes a verdict unless it is one of an older plan's checkers. */
    void verdict(VirtualServerKey key, Checker checker, VirtualServerEvent.Verdict verdict) {
        assert loop.inEventLoop();
        VirtualServerSlot slot = slots.get(key);
        if (slot == null || stopped || !slot.get().asks(checker, verdict)) {
            return;
        }
        ManagedVirtualServer managed = slot.get();
        Transition transition = VirtualServerPolicy.step(managed.state(), verdict, managed.server());
        if (transition.state().equals(managed.state())) {
            return;
        }
        slot.set(managed.after(managed.server(), transition, clock.nanoTime()));
        report.happened(managed.server(), transition.occurrences());
        if (changed.isEmpty()) {
            loop.execute(this::flush);
        }
        changed.addAll(services.of(managed.server()));
    }

    /** Makes changes of what is ours overrides; what is not ours is left to who asks. */
    List<OverrideAnswer> override(List<Command> commands) {
        assert loop.inEventLoop();
        flush();
        List<OverrideAnswer> answers = commands.stream()
                .map(command -> overrides.take(command, services.services(), this::entry))
                .toList();
        enforce();
        return answers;
    }

    /** Lifts overrides; those that are not in force are no matter. */
    void lift(List<Command> commands) {
        assert loop.inEventLoop();
        flush();
        overrides.lift(commands);
        enforce();
    }

    /** The overrides in force; any thread may ask. */
    List<Command.OnService> overrides() {
        return overrides.now().commands();
    }

    void stop(boolean removeServices) {
        assert loop.inEventLoop();
        if (stopped) {
            return;
        }
        flush();
        stopped = true;
        reconciler.stop(
                !removeServices ? Removal.NOTHING : global.ipvs().flushOnStop() ? Removal.EVERYTHING : Removal.OURS);
        if (removeServices) {
            slots.values().forEach(slot -> report.stopped(slot.get()));
        }
        report.deliver();
    }

    /** Any thread may ask. */
    IpvsStatus status() {
        Collection<ManagedVirtualServer> servers =
                slots.values().stream().map(VirtualServerSlot::get).toList();
        return new StatusView(reconciler.readout(), services).of(servers, reconciler.status());
    }

    private void flush() {
        if (stopped || changed.isEmpty()) {
            return;
        }
        Set<ServiceKey> keys = new LinkedHashSet<>(changed);
        changed.clear();
        reconciler.update(services.entries(keys, server -> state(slots, server)).stream()
                .map(overrides.now()::over)
                .filter(Objects::nonNull)
                .toList());
        report.deliver();
    }

    /** Has the kernel follow the overrides. */
    private void enforce() {
        if (started && !stopped) {
            reconciler.desire(
                    table(services, server -> state(slots, server)),
                    ForeignServices.LEAVE,
                    global.ipvs().driftRepair());
        }
    }

    /** A service as the configuration and the checks want it. */
    private TableEntry entry(ServiceKey service) {
        return services.entries(List.of(service), server -> state(slots, server))
                .get(0);
    }

    /**
     * The same configuration, with the virtual servers that do not change as the objects that are in force: so that what
     * follows sees at a glance that they do not.
     */
    private Configuration withKnownServers(Configuration next) {
        List<VirtualServer> servers = new ArrayList<>(next.virtualServers());
        servers.replaceAll(server -> {
            VirtualServerSlot slot = slots.get(server.key());
            return slot != null && slot.get().server().equals(server)
                    ? slot.get().server()
                    : server;
        });
        return next.withVirtualServers(servers);
    }

    /** The wanted table of a configuration; entries that do not change are the objects that are in force. */
    private IpvsTable table(DesiredServices next, Function<VirtualServer, VirtualServerState> states) {
        return overrides.now().over(next.table(states, service -> {
            List<VirtualServer> behind = next.behind(service);
            boolean same = !changed.contains(service)
                    && !overrides.touched(service)
                    && behind.equals(services.behind(service))
                    && stay(behind, states);
            return same ? reconciler.desired(service) : null;
        }));
    }

    private boolean stay(List<VirtualServer> servers, Function<VirtualServer, VirtualServerState> states) {
        for (VirtualServer server : servers) {
            if (!states.apply(server).equals(state(slots, server))) {
                return false;
            }
        }
        return true;
    }

    /** A virtual server as the next configuration has it. What happened on the way is reported. */
    private VirtualServerSlot slot(VirtualServer server) {
        VirtualServerSlot slot = slots.get(server.key());
        if (slot != null && slot.get().server().equals(server)) {
            return slot;
        }
        Transition transition = transition(server);
        report.happened(server, transition.occurrences());
        return new VirtualServerSlot(
                slot == null
                        ? ManagedVirtualServer.begin(server, transition, clock.nanoTime())
                        : slot.get().after(server, transition, clock.nanoTime()));
    }

    private Transition transition(VirtualServer server) {
        VirtualServerSlot slot = slots.get(server.key());
        if (slot == null) {
            return VirtualServerPolicy.start(server);
        }
        ManagedVirtualServer managed = slot.get();
        return managed.server().equals(server)
                ? new Transition(managed.state(), List.of())
                : VirtualServerPolicy.step(
                        managed.state(), new VirtualServerEvent.Reconfigured(managed.server()), server);
    }

    private static VirtualServerState state(Map<VirtualServerKey, VirtualServerSlot> slots, VirtualServer server) {
        return Objects.requireNonNull(slots.get(server.key())).get().state();
    }
}

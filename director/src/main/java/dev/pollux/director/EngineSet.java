package dev.pollux.director;

import dev.pollux.director.cli.RunOptions;
import dev.pollux.director.control.ControlSocket;
import dev.pollux.director.notify.NotifyRelay;
import dev.pollux.director.reload.Engine;
import dev.pollux.director.reload.Engines;
import dev.pollux.director.scheduling.Punctuality;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.healthcheck.CheckerStatus;
import dev.pollux.healthcheck.CheckerVerdict;
import dev.pollux.healthcheck.HealthCheckEnvironment;
import dev.pollux.healthcheck.HealthCheckProxy;
import dev.pollux.ipvs.DeletionPermit;
import dev.pollux.ipvs.IpvsEnvironment;
import dev.pollux.ipvs.IpvsProxy;
import dev.pollux.ipvs.IpvsStatus;
import dev.pollux.ipvs.fullnat.FullNatEnvironment;
import dev.pollux.ipvs.fullnat.FullNatProxy;
import dev.pollux.ipvs.fullnat.FullNatStatus;
import dev.pollux.ipvs.host.HostProxy;
import dev.pollux.ipvs.marks.MarkFile;
import dev.pollux.ipvs.marks.MarkProxy;
import dev.pollux.ipvs.override.OverrideFile;
import dev.pollux.ipvs.policy.VirtualServerEvent;
import dev.pollux.ipvs.reconcile.JournalFile;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.process.KernelIdentity;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.VirtualRouterStatus;
import dev.pollux.vrrp.VrrpEnvironment;
import dev.pollux.vrrp.VrrpListener;
import dev.pollux.vrrp.VrrpProxy;
import dev.pollux.vrrp.bfd.BfdStatus;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TrackerReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The engines, and what one must hear of another. */
final class EngineSet {

    private final VrrpProxy routers;
    private final HealthCheckProxy checks;
    private final IpvsProxy services;
    private final FullNatProxy translations;
    private final MarkProxy marks;
    private final HostProxy host;
    private final Sessions sessions;

    private EngineSet(VrrpProxy routers, Sessions sessions, Balancing balancing) {
        this.routers = routers;
        this.sessions = sessions;
        this.checks = balancing.checks();
        this.services = balancing.services();
        this.translations = balancing.translations();
        this.marks = balancing.marks();
        this.host = balancing.host();
    }

    /** What virtual services are made of. */
    private record Balancing(
            HealthCheckProxy checks, IpvsProxy services, FullNatProxy translations, MarkProxy marks, HostProxy host) {}

    /**
     * Starts them with nothing to do.
     *
     * @param listener hears what happens to them
     */
    static EngineSet start(Loops loops, Punctuality punctuality, NotifyRelay listener) {
        NanoClock clock = NanoClock.system();
        HostProxy host = HostProxy.start(loops.host(), clock);
        VrrpListener hearers = new RouterHearers(host, listener);
        VrrpProxy routers = VrrpProxy.start(new VrrpEnvironment(
                loops.vrrp(), loops.rtnl(), clock, hearers, journal("addresses"), punctuality.vrrp()));
        IpvsProxy services = IpvsProxy.start(IpvsEnvironment.of(loops.lvs(), clock, listener, records()));
        HealthCheckProxy checks = HealthCheckProxy.start(new HealthCheckEnvironment(
                loops.checks(), clock, verdict -> carry(verdict, services), punctuality.checks()));
        FullNatProxy translations = FullNatProxy.start(
                FullNatEnvironment.of(loops.host(), loops.lvs(), services::status, EngineSet::journal));
        MarkProxy marks = MarkProxy.start(loops.host(), clock, Nftables.system());
        Sessions sessions = Sessions.start(loops.bfd(), punctuality.bfd(), new SessionHearers(routers, checks));
        return new EngineSet(routers, sessions, new Balancing(checks, services, translations, marks, host));
    }

    /** As a reload sees them. */
    Engines asEngines() {
        Engine routersEngine = next -> routers.prepare(next).thenApply(plan -> () -> routers.commit(plan));
        return new Engines(
                new ServicesEngine(services, translations, marks, host),
                new ChecksEngine(checks, sessions),
                routersEngine);
    }

    /** Addresses go before the services behind them; those that are to stay are left without a word to the backups. */
    CompletionStage<Void> stop(RunOptions.Release release) {
        return new ShutdownOrder()
                .then(() -> release.addresses() ? routers.stop() : CompletableFuture.completedFuture(null))
                .then(checks::stop)
                .then(sessions::stop)
                .then(host::stop)
                .then(() -> services.stop(release.services()))
                .then(() -> translations.stop(release.services()))
                .then(() -> marks.stop(release.services()))
                .done();
    }

    /** Tells the routers what has been found of something they track by name. */
    void tracked(TrackerKey key, TrackerReading reading) {
        routers.tracked(key, reading);
    }

    /** State of each sync group by name. */
    Map<String, StateName> syncGroups() {
        return routers.syncGroups();
    }

    List<VirtualRouterStatus> routers() {
        return routers.status();
    }

    List<CheckerStatus> checkers() {
        return checks.status();
    }

    BfdStatus sessions() {
        return sessions.status();
    }

    IpvsStatus services() {
        return services.status();
    }

    /** What is changed by hand. */
    ControlSocket.Services overridden() {
        return new OverriddenServices(services, translations);
    }

    int sysctlDifferences() {
        return host.sysctlDifferences();
    }

    FullNatStatus translations() {
        return translations.status();
    }

    private static void carry(CheckerVerdict verdict, IpvsProxy services) {
        services.verdict(
                verdict.virtualServer(),
                verdict.checker(),
                new VirtualServerEvent.Verdict(
                        verdict.realServer(), verdict.checkerIndex(), verdict.up(), verdict.reason()));
    }

    /** The loop of the services asks for the places: by then it is in their namespace. */
    private static IpvsEnvironment.Records records() {
        return new IpvsEnvironment.Records(
                new JournalFile(() -> journal("services")),
                new DeletionPermit(() -> journal("allow-deletions")),
                new OverrideFile(() -> journal("overrides")),
                new MarkFile(() -> journal("marks")));
    }

    /** Of the calling thread's network namespace. What outlives the director; the supervisor looks here for the addresses of one that died. */
    static Path journal(String name) {
        return journal(KernelIdentity.networkNamespace(), name);
    }

    /** The same for another network namespace. */
    static Path journal(long namespace, String name) {
        String folder = Optional.ofNullable(System.getenv("POLLUX_RUN_DIR")).orElse("/run/pollux");
        return Path.of(folder, "netns-" + namespace, name);
    }
}

package dev.pollux.ipvs;

import static dev.pollux.ipvs.fixture.VirtualServers.DR;
import static dev.pollux.ipvs.fixture.VirtualServers.NAT;
import static dev.pollux.ipvs.fixture.VirtualServers.ROUND_ROBIN;
import static dev.pollux.ipvs.fixture.VirtualServers.checker;
import static dev.pollux.ipvs.fixture.VirtualServers.configuration;
import static dev.pollux.ipvs.fixture.VirtualServers.forwarded;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static dev.pollux.ipvs.fixture.VirtualServers.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.IpvsSettings;
import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.grammar.model.NotificationSettings;
import dev.pollux.grammar.model.QuorumAlerts;
import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.SorryServer;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import dev.pollux.ipvs.fixture.FakeKernel;
import dev.pollux.ipvs.fixture.Groups;
import dev.pollux.ipvs.fixture.LogLines;
import dev.pollux.ipvs.fixture.RecordingListener;
import dev.pollux.ipvs.policy.VirtualServerEvent;
import dev.pollux.ipvs.reconcile.Availability;
import dev.pollux.ipvs.reconcile.ModuleLoader;
import dev.pollux.linux.testing.VirtualLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IpvsProxyTest {

    private static final ServiceKey SERVICE = tcp("10.0.0.1", 80);
    private static final RealServer A = realServer(key("10.1.0.1", 80), 1, checker(1, false));
    private static final RealServer B = realServer(key("10.1.0.2", 80), 2, checker(2, false));
    private static final RealServer UNCHECKED = realServer(key("10.1.0.3", 80), 1);
    private static final String VS = "[10.0.0.1]:tcp:80";

    private static final Path PERMIT = Path.of("/nonexistent/permit");

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeKernel kernel = new FakeKernel();
    private final RecordingListener listener = new RecordingListener();
    private final LogLines log = new LogLines();
    private final IpvsProxy proxy = start(PERMIT);

    private IpvsProxy start(Path permit) {
        return IpvsProxy.start(new IpvsEnvironment(
                loop.loop(),
                loop.clock(),
                listener,
                kernel,
                ModuleLoader.NONE,
                IpvsEnvironment.Records.none(new DeletionPermit(() -> permit))));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void startProgramsTellsAndWarnsOfUncheckedServers() {
        commit(virtualServer(SERVICE, A, UNCHECKED));
        assertThat(kernel.written())
                .containsExactly(
                        "-A -t 10.0.0.1:80 -s rr",
                        "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -m -w 1",
                        "-a -t 10.0.0.1:80 -r 10.1.0.3:80 -m -w 1");
        assertThat(listener.take()).containsExactly("available", "VS " + VS + " UP: Gained quorum 1+0=1 <= 2");
        assertThat(log.take())
                .contains(
                        "Gained quorum 1+0=1 <= 2 for VS " + VS,
                        "VS " + VS + ": nothing checks [10.1.0.3]:tcp:80;"
                                + " without a checker a real server stays in service even when it is dead");
    }

    /** {@code rs_init_notifies}. */
    @Test
    void whoIsInServiceFromTheStartIsToldIfAskedFor() {
        NotificationSettings none = NotificationSettings.none();
        NotificationSettings telling = new NotificationSettings(
                none.all(),
                none.vrrp(),
                none.servers(),
                none.mail(),
                none.startup(),
                none.shutdown(),
                Set.of(NotificationSettings.Flag.INITIAL_SERVER_STATES));
        Configuration asking = new Configuration(
                new GlobalSettings(null, IpvsSettings.defaults(), telling),
                List.of(),
                List.of(),
                List.of(virtualServer(SERVICE, A, UNCHECKED)),
                Trackers.none());
        var done = proxy.prepare(asking).thenCompose(proxy::commit).toCompletableFuture();
        loop.run();
        done.join();
        assertThat(listener.take())
                .contains("RS [10.1.0.1]:tcp:80 " + VS + " UP: started", "RS [10.1.0.3]:tcp:80 " + VS + " UP: started");
    }

    @Test
    void verdictsChangeTheTableAndAreToldAfterwards() {
        VirtualServer server = virtualServer(SERVICE, A, B);
        commit(server);
        kernel.written();
        listener.take();
        log.take();
        verdict(server, A, false);
        loop.run();
        assertThat(kernel.written()).containsExactly("-d -t 10.0.0.1:80 -r 10.1.0.1:80");
        assertThat(log.take()).containsExactly("Removing service [10.1.0.1]:tcp:80 from VS " + VS);
        assertThat(listener.take()).containsExactly("RS [10.1.0.1]:tcp:80 " + VS + " DOWN: refused");
        verdict(server, A, false);
        loop.run();
        assertThat(log.take()).isEmpty();
        verdict(server, A, true);
        loop.run();
        assertThat(kernel.written()).containsExactly("-a -t 10.0.0.1:80 -r 10.1.0.1:80 -m -w 1");
        assertThat(listener.take()).containsExactly("RS [10.1.0.1]:tcp:80 " + VS + " UP: refused");
    }

    @Test
    void verdictsThatArriveTogetherAreWrittenTogether() {
        VirtualServer server = virtualServer(SERVICE, 1, 0, new SorryServer(key("10.1.0.9", 80), NAT, false), A, B);
        commit(server);
        kernel.written();
        verdict(server, A, false);
        verdict(server, B, false);
        verdict(server, B, true);
        verdict(server, B, false);
        loop.run();
        assertThat(kernel.written())
                .containsExactly(
                        "-d -t 10.0.0.1:80 -r 10.1.0.1:80",
                        "-d -t 10.0.0.1:80 -r 10.1.0.2:80",
                        "-a -t 10.0.0.1:80 -r 10.1.0.9:80 -m -w 1");
    }

    @Test
    void aReloadKeepsVerdictsAndWritesTheDifference() {
        VirtualServer server = virtualServer(SERVICE, A, B);
        commit(server);
        verdict(server, A, false);
        loop.run();
        kernel.written();
        listener.take();
        commit(server);
        assertThat(kernel.written()).isEmpty();
        assertThat(listener.take()).isEmpty();

        VirtualServer next = with(virtualServer(SERVICE, A, UNCHECKED), new ServiceSettings("wlc", Set.of(), null));
        assertThat(plan(next).lines())
                .startsWith(
                        "ipvsadm -E -t 10.0.0.1:80 -s wlc",
                        "ipvsadm -d -t 10.0.0.1:80 -r 10.1.0.2:80",
                        "ipvsadm -a -t 10.0.0.1:80 -r 10.1.0.3:80 -m -w 1");
        assertThat(kernel.written()).isEmpty();
        commit(next);
        assertThat(kernel.written())
                .containsExactly(
                        "-E -t 10.0.0.1:80 -s wlc",
                        "-d -t 10.0.0.1:80 -r 10.1.0.2:80",
                        "-a -t 10.0.0.1:80 -r 10.1.0.3:80 -m -w 1");
        assertThat(listener.take()).containsExactly("RS [10.1.0.2]:tcp:80 " + VS + " DOWN: no longer configured");
        assertThat(proxy.status()
                        .virtualServers()
                        .get(0)
                        .realServers()
                        .get(0)
                        .history()
                        .transitions())
                .isEqualTo(1);
    }

    @Test
    void aVirtualServerThatIsNoLongerConfiguredGoes() {
        commit(virtualServer(SERVICE, A), virtualServer(tcp("10.0.0.2", 80), B));
        kernel.written();
        log.take();
        commit(virtualServer(SERVICE, A));
        assertThat(kernel.written()).containsExactly("-D -t 10.0.0.2:80");
        assertThat(log.take())
                .containsExactly(
                        "Removing Virtual Server [10.0.0.2]:tcp:80",
                        "Removing service [10.1.0.2]:tcp:80 from VS [10.0.0.2]:tcp:80");
        assertThat(proxy.status().virtualServers()).hasSize(1);
    }

    @Test
    void verdictsOnWhatIsGoneChangeNothing() {
        VirtualServer gone = virtualServer(tcp("10.0.0.2", 80), B);
        commit(virtualServer(SERVICE, A), gone);
        commit(virtualServer(SERVICE, A));
        listener.take();
        verdict(gone, B, false);
        loop.run();
        assertThat(listener.take()).isEmpty();
    }

    @Test
    void virtualServersThatShareAServiceShareItsDestinations() {
        ServiceKey mark = new ServiceKey.ByFirewallMark(AddressFamily.IPV4, 9);
        VirtualServer first = group(0, mark, A);
        VirtualServer second = group(1, mark, B);
        commit(first, second);
        assertThat(kernel.written())
                .containsExactly("-A -f 9 -s rr", "-a -f 9 -r 10.1.0.1:80 -m -w 1", "-a -f 9 -r 10.1.0.2:80 -m -w 2");
        verdict(first, A, false);
        loop.run();
        assertThat(kernel.written()).containsExactly("-d -f 9 -r 10.1.0.1:80");
    }

    @Test
    void stoppingRemovesTheServicesAndTellsOnlyWithOmega() {
        VirtualServer omega = omega(virtualServer(SERVICE, A));
        commit(omega, virtualServer(tcp("10.0.0.2", 80), B));
        kernel.written();
        listener.take();
        log.take();
        proxy.stop(true);
        loop.run();
        assertThat(kernel.written()).containsExactly("-D -t 10.0.0.1:80", "-D -t 10.0.0.2:80");
        assertThat(log.take())
                .containsExactly(
                        "Shutting down service [10.1.0.1]:tcp:80 from VS " + VS,
                        "Shutting down service [10.1.0.2]:tcp:80 from VS [10.0.0.2]:tcp:80");
        assertThat(listener.take())
                .containsExactly(
                        "RS [10.1.0.1]:tcp:80 " + VS + " DOWN: Shutting down", "VS " + VS + " DOWN: Shutting down");
        verdict(omega, A, false);
        loop.run();
        assertThat(listener.take()).isEmpty();
    }

    @Test
    void aReloadThatDeletesTooMuchIsRefusedUnlessAllowedOnce(@TempDir Path directory) throws IOException {
        Path permit = directory.resolve("allow-deletions");
        IpvsProxy limited = start(permit);
        Configuration empty = limiting(1);
        assertThat(admit(limited, empty)).as("at the start").isNull();
        Configuration full = limiting(1, virtualServer(SERVICE, A, B));
        var done = limited.prepare(full).thenCompose(limited::commit).toCompletableFuture();
        loop.run();
        done.join();
        assertThat(admit(limited, limiting(1, virtualServer(SERVICE, A)))).isNull();
        assertThat(admit(limited, empty))
                .isInstanceOf(RefusedChangeException.class)
                .hasMessage("it would delete 1 virtual and 2 real servers from IPVS, and lvs_max_deletions allows 1"
                        + " together. If that is meant: touch " + permit + " and reload again");
        assertThat(admit(limited, limiting(3))).isNull();
        Files.createFile(permit);
        assertThat(admit(limited, empty)).isNull();
        assertThat(admit(limited, empty)).isNotNull();
    }

    private @Nullable Throwable admit(IpvsProxy limited, Configuration next) {
        var asked = limited.admit(next)
                .handle((nothing, failure) -> failure == null ? null : failure.getCause())
                .toCompletableFuture();
        loop.run();
        return asked.join();
    }

    private static Configuration limiting(int deletions, VirtualServer... servers) {
        IpvsSettings settings =
                new IpvsSettings(false, false, Repair.ON, deletions, IpvsTimeouts.UNCHANGED, null, Repair.OBSERVE);
        return configuration(settings, servers);
    }

    @Test
    void stoppingMayLeaveTheTableOrFlushIt() {
        commit(virtualServer(SERVICE, A));
        kernel.written();
        proxy.stop(false);
        loop.run();
        assertThat(kernel.written()).isEmpty();

        IpvsProxy flushing = start(PERMIT);
        Configuration flush = configuration(IpvsSettings.flushing(true, true), virtualServer(SERVICE, A));
        var done = flushing.prepare(flush).thenCompose(flushing::commit).toCompletableFuture();
        loop.run();
        done.join();
        flushing.stop(true);
        loop.run();
        assertThat(kernel.written()).containsExactly("-C");
    }

    @Test
    void withoutIpvsVirtualServersLiveOnAndAreProgrammedLater() {
        kernel.load(false);
        VirtualServer server = virtualServer(SERVICE, A, B);
        commit(server);
        assertThat(proxy.status().table().availability()).isInstanceOf(Availability.Unavailable.class);
        assertThat(log.take())
                .filteredOn(line -> line.startsWith("IPVS is not available"))
                .hasSize(1);
        verdict(server, A, false);
        loop.run();
        kernel.load(true);
        loop.advance(4_000_000_000L);
        assertThat(kernel.written())
                .containsExactly("-A -t 10.0.0.1:80 -s rr", "-a -t 10.0.0.1:80 -r 10.1.0.2:80 -m -w 2");
        assertThat(proxy.status().table().availability()).isInstanceOf(Availability.Available.class);
        assertThat(listener.take())
                .anySatisfy(line -> assertThat(line).startsWith("unavailable: "))
                .endsWith("available");
    }

    @Test
    void statusTellsWhatIsKnown() {
        commit(virtualServer(SERVICE, 2, 0, null, forwarded(A, DR), B));
        verdict(virtualServer(SERVICE, A), B, false);
        loop.run();
        VirtualServerStatus status = proxy.status().virtualServers().get(0);
        assertThat(status.quorumUp()).isFalse();
        assertThat(status.aliveWeight()).isEqualTo(1);
        assertThat(status.quorum().reason()).isEqualTo("Lost quorum 2-0=2 > 1");
        assertThat(status.quorum().transitions()).isEqualTo(2);
        RealServerStatus down = status.realServers().get(1);
        assertThat(down.alive()).isFalse();
        assertThat(down.failedCheckers()).isEqualTo(1);
        assertThat(down.history().reason()).isEqualTo("refused");
        assertThat(down.name()).isEqualTo("[10.1.0.2]:tcp:80");
    }

    /** The reload has the servers before it has the checks. */
    @Test
    void aVerdictFromBeforeTheReloadIsNotAboutTheChecksOfNow() {
        RealServer asksOther = realServer(A.key(), 1, checker(7, false));
        commit(virtualServer(SERVICE, asksOther, B));
        kernel.written();
        verdict(virtualServer(SERVICE, A, B), A, false);
        loop.run();
        assertThat(kernel.written()).isEmpty();
        verdict(virtualServer(SERVICE, asksOther, B), asksOther, false);
        loop.run();
        assertThat(kernel.written()).containsExactly("-d -t 10.0.0.1:80 -r 10.1.0.1:80");
    }

    @Test
    void aVerdictOfACheckerThatMerelyHasOtherTimesCounts() {
        RealServer hurried = realServer(A.key(), 1, hurried(A.checkers().get(0)));
        commit(virtualServer(SERVICE, hurried, B));
        kernel.written();
        verdict(virtualServer(SERVICE, A, B), A, false);
        loop.run();
        assertThat(kernel.written()).containsExactly("-d -t 10.0.0.1:80 -r 10.1.0.1:80");
        commit(virtualServer(SERVICE, A, B));
        assertThat(kernel.written()).isEmpty();
    }

    private static Checker hurried(Checker checker) {
        CheckTiming timing = checker.timing();
        return checker.withTiming(new CheckTiming(
                timing.delayLoop().dividedBy(2),
                timing.retry(),
                timing.delayBeforeRetry(),
                timing.warmup(),
                timing.alpha(),
                timing.logAllFailures()));
    }

    /** {@code nftables_ipvs}. */
    @Test
    void aGroupWithAMarkIsOneServiceAndSpeaksOfItsAddressesAsBefore() {
        VirtualServer web = Groups.group("web", tcp("10.0.0.1", 80), tcp("10.0.0.2", 80));
        VirtualServer more = Groups.group("web", tcp("10.0.0.1", 80), tcp("10.0.0.2", 80), tcp("10.0.0.3", 80));
        commit(Groups.marked(web));
        assertThat(kernel.written()).containsExactly("-A -f 1000 -s rr", "-a -f 1000 -r 10.1.0.1:80 -m -w 1");
        log.take();

        verdict(web, web.realServers().get(0), false);
        loop.run();
        assertThat(kernel.written()).containsExactly("-d -f 1000 -r 10.1.0.1:80");
        assertThat(log.take()).anyMatch(line -> line.contains("[10.1.0.1]:tcp:80") && line.contains("[web]:0"));

        commit(Groups.marked(more));
        assertThat(kernel.written()).isEmpty();

        verdict(more, more.realServers().get(0), true);
        loop.run();
        kernel.written();
        commit(more);
        assertThat(kernel.written())
                .contains("-D -f 1000", "-A -t 10.0.0.3:80 -s rr", "-a -t 10.0.0.3:80 -r 10.1.0.1:80 -m -w 1");
    }

    private void commit(Configuration next) {
        var done = proxy.prepare(next).thenCompose(proxy::commit).toCompletableFuture();
        loop.run();
        done.join();
    }

    private void commit(VirtualServer... servers) {
        var done = proxy.commit(plan(servers)).toCompletableFuture();
        loop.run();
        done.join();
    }

    private IpvsPlan plan(VirtualServer... servers) {
        var plan = proxy.prepare(configuration(servers)).toCompletableFuture();
        loop.run();
        return plan.join();
    }

    private void verdict(VirtualServer server, RealServer realServer, boolean up) {
        proxy.verdict(
                server.key(),
                realServer.checkers().get(0),
                new VirtualServerEvent.Verdict(realServer.key(), 0, up, "refused"));
    }

    private static VirtualServer group(int ordinal, ServiceKey service, RealServer realServer) {
        return new VirtualServer(
                new VirtualServerKey.Group("web", ordinal),
                List.of(service),
                ROUND_ROBIN,
                new QuorumSettings(1, 0, false, false),
                QuorumAlerts.none(),
                false,
                List.of(realServer),
                null);
    }

    private static VirtualServer omega(VirtualServer server) {
        return new VirtualServer(
                server.key(),
                server.services(),
                server.settings(),
                new QuorumSettings(1, 0, false, true),
                QuorumAlerts.none(),
                false,
                server.realServers(),
                null);
    }
}

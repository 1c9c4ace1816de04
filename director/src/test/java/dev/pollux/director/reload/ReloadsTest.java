package dev.pollux.director.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.QuorumAlerts;
import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReloadsTest {

    private final List<String> journal = new ArrayList<>();
    private final FakeEngine services = new FakeEngine("services", journal);
    private final FakeEngine checks = new FakeEngine("checks", journal);
    private final FakeEngine routers = new FakeEngine("routers", journal);
    private final List<Outcome> outcomes = new ArrayList<>();
    private int readings;
    private Reading next = new Reading.Valid(Configuration.empty());
    private final Reloads reloads = new Reloads(
            ImmediateEventExecutor.INSTANCE,
            new Engines(services, checks, routers),
            () -> {
                readings++;
                return next;
            },
            outcomes::add);

    @Test
    void newServicesStandBeforeTheAddressesAndChecksBeginLast() {
        next = servers(1);
        reloads.request();
        assertThat(journal).containsExactly("services 0+1", "routers 0+1", "checks 0+1");
        assertThat(outcomes).containsExactly(new Outcome.Applied(1));
    }

    @Test
    void oldServicesGoAfterTheAddresses() {
        next = servers(1, 2);
        reloads.request();
        journal.clear();
        next = servers(2, 3);
        reloads.request();
        assertThat(journal).containsExactly("services 0+3", "routers 0+2", "services 0+2", "checks 0+2");
        assertThat(outcomes).containsExactly(new Outcome.Applied(1), new Outcome.Applied(2));
    }

    @Test
    void whatDidNotChangeIsNotHeldTwice() {
        next = servers(1, 2);
        reloads.request();
        VirtualServer second = reloads.current().virtualServers().get(1);
        next = servers(2, 3);
        reloads.request();
        assertThat(reloads.current().virtualServers().get(0)).isSameAs(second);
    }

    @Test
    void anAddressThatLeavesAGroupKeepsItsServiceUntilTheAddressesHaveMoved() {
        next = group(80, 81);
        reloads.request();
        journal.clear();
        next = group(81);
        reloads.request();
        assertThat(journal).containsExactly("services 0+1", "routers 0+1", "services 0+1", "checks 0+1");
    }

    @Test
    void whatTheServicesDoNotAdmitIsRefused() {
        services.objection = "it would delete everything";
        next = servers(1);
        reloads.request();
        assertThat(journal).isEmpty();
        assertThat(outcomes).containsExactly(new Outcome.Refused(List.of("it would delete everything")));
    }

    @Test
    void nothingChangesWhereTheFileIsBroken() {
        next = new Reading.Invalid(List.of("x.conf:1:1: error"));
        reloads.request();
        assertThat(journal).isEmpty();
        assertThat(outcomes).containsExactly(new Outcome.Refused(List.of("x.conf:1:1: error")));
        assertThat(reloads.current()).isEqualTo(Configuration.empty());
    }

    @Test
    void nothingChangesWhereOneEngineRefuses() {
        next = servers(1);
        routers.refusal = "no interface eth9";
        checks.refusal = "no checks today";
        reloads.request();
        assertThat(journal).isEmpty();
        assertThat(outcomes).containsExactly(new Outcome.Refused(List.of("no interface eth9", "no checks today")));
    }

    @Test
    void aFailureAfterAgreementIsSaidAndTheNextReloadStartsFromWhatWasWanted() {
        next = servers(1);
        IllegalStateException failure = new IllegalStateException("netlink is gone");
        routers.failure = failure;
        reloads.request();
        assertThat(outcomes).containsExactly(new Outcome.Failed(failure));
        assertThat(reloads.current()).isEqualTo(((Reading.Valid) next).configuration());
    }

    @Test
    void whatIsAskedForDuringAReloadIsReadOnceAfterIt() {
        routers.slow = true;
        reloads.request();
        reloads.request();
        reloads.request();
        assertThat(readings).isEqualTo(1);
        assertThat(reloads.idle().toCompletableFuture()).isNotDone();
        next = servers(1);
        routers.release();
        assertThat(readings).isEqualTo(2);
        routers.release();
        assertThat(readings).isEqualTo(2);
        assertThat(outcomes).containsExactly(new Outcome.Applied(1), new Outcome.Applied(2));
        assertThat(reloads.idle().toCompletableFuture()).isDone();
    }

    private static Reading servers(int... ports) {
        List<VirtualServer> servers =
                IntStream.of(ports).mapToObj(ReloadsTest::server).toList();
        return new Reading.Valid(
                new Configuration(GlobalSettings.defaults(), List.of(), List.of(), servers, Trackers.none()));
    }

    private static Reading group(Integer... ports) {
        VirtualServer one = server(1);
        List<ServiceKey> services = Stream.of(ports)
                .<ServiceKey>map(
                        port -> new ServiceKey.ByAddress(TransportProtocol.TCP, InetAddress.getLoopbackAddress(), port))
                .toList();
        return new Reading.Valid(Configuration.empty().withVirtualServers(List.of(one.withServices(services))));
    }

    private static VirtualServer server(int port) {
        ServiceKey key = new ServiceKey.ByAddress(TransportProtocol.TCP, InetAddress.getLoopbackAddress(), port);
        return new VirtualServer(
                new VirtualServerKey.Single(key),
                List.of(key),
                new ServiceSettings("wlc", Set.of(), null),
                new QuorumSettings(1, 0, false, false),
                QuorumAlerts.none(),
                false,
                List.of(),
                null);
    }
}

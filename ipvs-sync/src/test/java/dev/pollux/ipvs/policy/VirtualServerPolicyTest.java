package dev.pollux.ipvs.policy;

import static dev.pollux.ipvs.fixture.VirtualServers.NAT;
import static dev.pollux.ipvs.fixture.VirtualServers.checker;
import static dev.pollux.ipvs.fixture.VirtualServers.inhibited;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.SorryServer;
import dev.pollux.grammar.model.VirtualServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of keepalived: what is in the table, and what is told, after each event. Lines as its 2.2.7 writes them. */
class VirtualServerPolicyTest {

    private static final ServiceKey SERVICE = tcp("10.0.0.1", 80);
    private static final RealServer A = realServer(key("10.1.0.1", 80), 1, checker(1, false));
    private static final RealServer B = realServer(key("10.1.0.2", 80), 2, checker(2, false));
    private static final SorryServer SORRY = new SorryServer(key("10.1.0.9", 80), NAT, false);
    private static final SorryServer SORRY_INHIBIT = new SorryServer(key("10.1.0.9", 80), NAT, true);
    private static final String VS = "VS [10.0.0.1]:tcp:80";

    @Test
    void withoutAlphaAllServeFromTheStart() {
        story(virtualServer(SERVICE, A, B))
                .says("Gained quorum 1+0=1 <= 3 for " + VS)
                .holds("1:1 2:2");
    }

    @Test
    void withAlphaNobodyServesBeforeTheFirstSuccess() {
        RealServer alpha = realServer(A.key(), 1, checker(1, true));
        story(virtualServer(SERVICE, alpha))
                .saysNothing()
                .holds("")
                .verdict(alpha, 0, true)
                .says("Adding service [10.1.0.1]:tcp:80 to " + VS, "Gained quorum 1+0=1 <= 1 for " + VS)
                .holds("1:1");
    }

    @Test
    void anAlphaServerThatFailsItsFirstCheckIsAnnouncedOnce() {
        RealServer alpha = realServer(A.key(), 1, checker(1, true), checker(2, true));
        story(virtualServer(SERVICE, alpha))
                .verdict(alpha, 1, false)
                .tells(new Occurrence.RealServerFoundDown(
                        alpha.key(), new Cause(alpha.checkers().get(1), "because")))
                .verdict(alpha, 0, false)
                .tells();
    }

    @Test
    void alphaWithInhibitStandsInTheTableWithWeightZero() {
        RealServer alpha = inhibited(realServer(A.key(), 5, checker(1, true)));
        story(virtualServer(SERVICE, alpha))
                .holds("1:0")
                .verdict(alpha, 0, true)
                .says("Enabling service [10.1.0.1]:tcp:80 of " + VS, "Gained quorum 1+0=1 <= 5 for " + VS)
                .holds("1:5");
    }

    @Test
    void theFirstFailedCheckerTakesDownAndTheLastRecoveredBringsBack() {
        RealServer two = realServer(A.key(), 1, checker(1, false), checker(2, false));
        story(virtualServer(SERVICE, two, B))
                .verdict(two, 0, false)
                .says("Removing service [10.1.0.1]:tcp:80 from " + VS)
                .holds("2:2")
                .verdict(two, 1, false)
                .saysNothing()
                .verdict(two, 0, true)
                .saysNothing()
                .holds("2:2")
                .verdict(two, 1, true)
                .says("Adding service [10.1.0.1]:tcp:80 to " + VS)
                .holds("1:1 2:2");
    }

    @Test
    void inhibitKeepsAFailedServerWithWeightZero() {
        RealServer inhibited = inhibited(B);
        story(virtualServer(SERVICE, A, inhibited))
                .verdict(inhibited, 0, false)
                .says("Disabling service [10.1.0.2]:tcp:80 of " + VS)
                .holds("1:1 2:0")
                .verdict(inhibited, 0, true)
                .says("Enabling service [10.1.0.2]:tcp:80 of " + VS)
                .holds("1:1 2:2");
    }

    @Test
    void withoutSorryServerTheRemainingServeOnBelowTheQuorum() {
        story(virtualServer(SERVICE, 2, 0, null, A, B))
                .verdict(B, 0, false)
                .says("Removing service [10.1.0.2]:tcp:80 from " + VS, "Lost quorum 2-0=2 > 1 for " + VS)
                .holds("1:1");
    }

    @Test
    void theSorryServerReplacesAllWhileTheQuorumIsLost() {
        story(virtualServer(SERVICE, 2, 0, SORRY, A, inhibited(B)))
                .verdict(B, 0, false)
                .says(
                        "Disabling service [10.1.0.2]:tcp:80 of " + VS,
                        "Lost quorum 2-0=2 > 1 for " + VS,
                        "Adding sorry server [10.1.0.9]:tcp:80 to " + VS,
                        "Removing alive servers from the pool for " + VS)
                .holds("9:1 2:0")
                .verdict(A, 0, false)
                .says("Removing service [10.1.0.1]:tcp:80 from " + VS)
                .holds("9:1 2:0")
                .verdict(B, 0, true)
                .says(
                        "Enabling service [10.1.0.2]:tcp:80 of " + VS,
                        "Gained quorum 2+0=2 <= 2 for " + VS,
                        "Removing sorry server [10.1.0.9]:tcp:80 from " + VS,
                        "Adding alive servers to the pool for " + VS)
                .holds("2:2");
    }

    @Test
    void anInhibitedSorryServerIsAlwaysThere() {
        story(virtualServer(SERVICE, 1, 0, SORRY_INHIBIT, A))
                .holds("1:1 9:0")
                .verdict(A, 0, false)
                .says(
                        "Removing service [10.1.0.1]:tcp:80 from " + VS,
                        "Lost quorum 1-0=1 > 0 for " + VS,
                        "Enabling sorry server [10.1.0.9]:tcp:80 to " + VS,
                        "Removing alive servers from the pool for " + VS)
                .holds("9:1")
                .verdict(A, 0, true)
                .says(
                        "Adding service [10.1.0.1]:tcp:80 to " + VS,
                        "Gained quorum 1+0=1 <= 1 for " + VS,
                        "Disabling sorry server [10.1.0.9]:tcp:80 from " + VS,
                        "Adding alive servers to the pool for " + VS)
                .holds("1:1 9:0");
    }

    @Test
    void startingWithoutQuorumIsToldOnlyWithASorryServer() {
        RealServer alpha = realServer(A.key(), 1, checker(1, true));
        story(virtualServer(SERVICE, 2, 1, SORRY, alpha, inhibited(B)))
                .says(
                        "Starting with quorum down 2+1=3 > 2 for " + VS,
                        "Adding sorry server [10.1.0.9]:tcp:80 to " + VS,
                        "Removing alive servers from the pool for " + VS)
                .holds("9:1 2:0");
        story(virtualServer(SERVICE, 2, 1, null, alpha, B)).saysNothing().holds("2:2");
    }

    @Test
    void aSorryServerThatIsAlsoARealServerHasOneEntry() {
        RealServer five = realServer(A.key(), 5, checker(1, false));
        story(virtualServer(SERVICE, 1, 0, new SorryServer(A.key(), NAT, false), five))
                .holds("1:5")
                .verdict(five, 0, false)
                .holds("1:1")
                .verdict(five, 0, true)
                .holds("1:5");
    }

    @Test
    void hysteresisKeepsTheQuorumUntilItIsClearlyLostAndClearlyGained() {
        RealServer c = realServer(key("10.1.0.3", 80), 1, checker(3, false));
        RealServer d = realServer(key("10.1.0.4", 80), 1, checker(4, false));
        story(virtualServer(SERVICE, 2, 1, null, A, c, d))
                .says("Gained quorum 2+1=3 <= 3 for " + VS)
                .verdict(A, 0, false)
                .verdict(c, 0, false)
                .says("Removing service [10.1.0.3]:tcp:80 from " + VS)
                .verdict(d, 0, false)
                .says("Removing service [10.1.0.4]:tcp:80 from " + VS, "Lost quorum 2-1=1 > 0 for " + VS)
                .verdict(A, 0, true)
                .verdict(c, 0, true)
                .says("Adding service [10.1.0.3]:tcp:80 to " + VS)
                .verdict(d, 0, true)
                .says("Adding service [10.1.0.4]:tcp:80 to " + VS, "Gained quorum 2+1=3 <= 3 for " + VS);
    }

    @Test
    void livingServersOfWeightZeroGiveNoQuorum() {
        RealServer zero = realServer(A.key(), 0, checker(1, false));
        story(virtualServer(SERVICE, 1, 1, SORRY, zero, B))
                .verdict(B, 0, false)
                .says(
                        "Removing service [10.1.0.2]:tcp:80 from " + VS,
                        "Lost quorum 1-1=0 > 0 for " + VS,
                        "Adding sorry server [10.1.0.9]:tcp:80 to " + VS,
                        "Removing alive servers from the pool for " + VS);
    }

    @Test
    void checkersMoveTheWeightAndWithItTheQuorum() {
        story(virtualServer(SERVICE, 3, 0, null, A, B))
                .weight(B, 0, 3)
                .says("Changing weight from 2 to 5 for active service [10.1.0.2]:tcp:80 of " + VS)
                .holds("1:1 2:5")
                .weight(B, 0, -7)
                .says(
                        "Changing weight from 5 to 0 for active service [10.1.0.2]:tcp:80 of " + VS,
                        "Lost quorum 3-0=3 > 1 for " + VS)
                .holds("1:1 2:0")
                .weight(B, 0, Long.MAX_VALUE / 2)
                .holds("1:1 2:" + Integer.MAX_VALUE);
    }

    @Test
    void whatIsNotConfiguredChangesNothing() {
        story(virtualServer(SERVICE, A))
                .verdict(B, 0, false)
                .saysNothing()
                .verdict(A, 7, false)
                .saysNothing()
                .weight(B, 0, 4)
                .saysNothing()
                .holds("1:1");
    }

    private static Story story(VirtualServer server) {
        return new Story(server);
    }

    @Test
    void namesOfServersWithoutProtocol() {
        OccurrenceLines lines =
                new OccurrenceLines(virtualServer(new ServiceKey.ByFirewallMark(SERVICE.family(), 7), A));
        assertThat(lines.shuttingDown(key("127.0.0.1", 0), false))
                .isEqualTo("Shutting down service [127.0.0.1]:none:0 from VS FWM 7");
        assertThat(lines.of(new Occurrence.RealServerUp(key("fd00::1", 0), true, Cause.unchecked(""))))
                .isEqualTo(List.of("Enabling service [fd00::1]:none:0 of VS FWM 7"));
    }
}

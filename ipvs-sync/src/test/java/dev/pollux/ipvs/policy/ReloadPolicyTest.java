package dev.pollux.ipvs.policy;

import static dev.pollux.ipvs.fixture.VirtualServers.NAT;
import static dev.pollux.ipvs.fixture.VirtualServers.checker;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.SorryServer;
import org.junit.jupiter.api.Test;

/** What a virtual server keeps over a reload. */
class ReloadPolicyTest {

    private static final ServiceKey SERVICE = tcp("10.0.0.1", 80);
    private static final RealServer A = realServer(key("10.1.0.1", 80), 1, checker(1, false), checker(2, false));
    private static final RealServer B = realServer(key("10.1.0.2", 80), 2, checker(3, false));
    private static final SorryServer SORRY = new SorryServer(key("10.1.0.9", 80), NAT, false);
    private static final String VS = "VS [10.0.0.1]:tcp:80";

    @Test
    void anEqualFileChangesNothing() {
        new Story(virtualServer(SERVICE, A, B))
                .verdict(A, 1, false)
                .reload(virtualServer(SERVICE, A, B))
                .tells()
                .holds("2:2")
                .verdict(A, 1, true)
                .holds("1:1 2:2");
    }

    @Test
    void verdictsFollowTheirCheckerToItsNewPlace() {
        RealServer turned = realServer(A.key(), 1, checker(2, false), checker(1, false));
        new Story(virtualServer(SERVICE, A, B))
                .verdict(A, 1, false)
                .reload(virtualServer(SERVICE, turned, B))
                .tells()
                .verdict(turned, 0, true)
                .holds("1:1 2:2");
    }

    @Test
    void ofTwoEqualCheckersEachKeepsItsOwnVerdict() {
        RealServer twice = realServer(A.key(), 1, checker(1, false), checker(1, false));
        new Story(virtualServer(SERVICE, twice, B))
                .verdict(twice, 0, false)
                .reload(virtualServer(SERVICE, twice, B))
                .verdict(twice, 1, true)
                .holds("2:2")
                .verdict(twice, 0, true)
                .holds("1:1 2:2");
    }

    @Test
    void withTheFailedCheckerGoneTheServerReturns() {
        RealServer less = realServer(A.key(), 1, checker(1, false));
        new Story(virtualServer(SERVICE, A, B))
                .verdict(A, 1, false)
                .reload(virtualServer(SERVICE, less, B))
                .says("Adding service [10.1.0.1]:tcp:80 to " + VS)
                .holds("1:1 2:2");
    }

    @Test
    void aNewAlphaCheckerDoesNotTakeALivingServerDown() {
        RealServer alpha = realServer(B.key(), 2, checker(3, false), checker(4, true));
        new Story(virtualServer(SERVICE, A, B))
                .reload(virtualServer(SERVICE, A, alpha))
                .tells()
                .holds("1:1 2:2");
    }

    @Test
    void aNewAlphaCheckerKeepsADeadServerDown() {
        RealServer alpha = realServer(B.key(), 2, checker(4, true));
        new Story(virtualServer(SERVICE, A, B))
                .verdict(B, 0, false)
                .reload(virtualServer(SERVICE, A, alpha))
                .tells()
                .holds("1:1")
                .verdict(alpha, 0, true)
                .holds("1:1 2:2");
    }

    @Test
    void serversComeGoAndChangeWeight() {
        RealServer heavier = realServer(A.key(), 7, checker(1, false), checker(2, false));
        RealServer c = realServer(key("10.1.0.3", 80), 1);
        new Story(virtualServer(SERVICE, A, B))
                .reload(virtualServer(SERVICE, heavier, c))
                .says(
                        "service [10.1.0.2]:tcp:80 no longer exist",
                        "Removing service [10.1.0.2]:tcp:80 from " + VS,
                        "Changing weight from 1 to 7 for active service [10.1.0.1]:tcp:80 of " + VS,
                        "Adding service [10.1.0.3]:tcp:80 to " + VS)
                .holds("1:7 3:1");
    }

    @Test
    void theQuorumIsCarriedOverAndEvaluatedAnew() {
        new Story(virtualServer(SERVICE, 1, 0, SORRY, A, B))
                .reload(virtualServer(SERVICE, 4, 0, SORRY, A, B))
                .says(
                        "Lost quorum 4-0=4 > 3 for " + VS,
                        "Adding sorry server [10.1.0.9]:tcp:80 to " + VS,
                        "Removing alive servers from the pool for " + VS)
                .holds("9:1")
                .reload(virtualServer(SERVICE, 3, 0, SORRY, A, B))
                .says(
                        "Gained quorum 3+0=3 <= 3 for " + VS,
                        "Removing sorry server [10.1.0.9]:tcp:80 from " + VS,
                        "Adding alive servers to the pool for " + VS)
                .holds("1:1 2:2");
    }

    @Test
    void aSorryServerMayComeGoAndChangeWhileItIsNeeded() {
        SorryServer other = new SorryServer(key("10.1.0.8", 80), NAT, false);
        new Story(virtualServer(SERVICE, 4, 0, null, A, B))
                .saysNothing()
                .reload(virtualServer(SERVICE, 4, 0, SORRY, A, B))
                .says(
                        "Adding sorry server [10.1.0.9]:tcp:80 to " + VS,
                        "Removing alive servers from the pool for " + VS)
                .holds("9:1")
                .reload(virtualServer(SERVICE, 4, 0, other, A, B))
                .holds("8:1")
                .reload(virtualServer(SERVICE, 4, 0, null, A, B))
                .says(
                        "Removing sorry server [10.1.0.8]:tcp:80 from " + VS,
                        "Adding alive servers to the pool for " + VS)
                .holds("1:1 2:2");
    }
}

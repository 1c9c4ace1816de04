package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.NetworkEvent.AddressChange;
import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.capture.NetworkEvent.Arp;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.ArpFrame;
import dev.pollux.integration.network.Barrage;
import dev.pollux.integration.network.Host;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Half of a director is killed; what outlives it must not leave the address behind. */
@OnDirectorPair
class HalfDeathIT {

    private static final Duration ADDRESS_GONE = Duration.ofSeconds(1);
    private static final int ROUNDS = 2;

    @Test
    void theAddressOfADeadWorkerIsRemovedAndItComesBackAsBackup(DirectorPair pair) {
        pair.rounds().play(ROUNDS, round -> {
            pair.sweep();
            Duel duel = startWithStandby(pair);
            List<byte[]> question = List.of(ArpFrame.probe(Duel.VIP));
            new Barrage(pair.outsiderLink(), Duration.ofMillis(10), question).during(() -> killWorkerOfA(pair, duel));
        });
    }

    @Test
    void aWorkerWithoutSupervisorResigns(DirectorPair pair) {
        Duel duel = Duel.start(pair, Duel.tenth());
        Sightings sightings = duel.sightings();
        long killed = pair.timeline().remark("kill -9 of the supervisor of a");
        duel.a().crashSupervisor();
        Advert resignation = sightings.resignation(pair.a(), killed);
        Advert first = sightings.advert(pair.b(), killed);
        Timing.atMost(
                "orphan: resignation of a to first advert of b",
                resignation,
                first,
                duel.standby().masterDown());
        sightings.lost(pair.a(), Duel.VIP, killed);
    }

    /** The standby is the quicker one, so that a worker that is back at once cannot be first. */
    private static Duel startWithStandby(DirectorPair pair) {
        VirtualRouter ofA = Duel.tenth().with("nopreempt");
        VirtualRouter ofB = ofA.withPriority(200);
        DirectorProcess a = pair.start(Program.underTest(), pair.a(), VirtualRouter.configuration(ofA));
        new Sightings(pair).awaitHolder(pair.a(), pair.b(), Duel.VIP);
        DirectorProcess b = pair.start(Program.underTest(), pair.b(), VirtualRouter.configuration(ofB));
        Duel duel = new Duel(pair, a, b, ofB);
        duel.awaitMasterA();
        return duel;
    }

    private static void killWorkerOfA(DirectorPair pair, Duel duel) {
        Sightings sightings = duel.sightings();
        Awaitility.await("a answers ARP").until(() -> answers(pair, pair.a(), 0).length > 0);
        pair.disturbances().begin();
        long dead = duel.a().worker();
        long killed = pair.timeline().remark("kill -9 of the worker of a");
        duel.a().crashWorker();
        AddressChange gone = sightings.lost(pair.a(), Duel.VIP, killed);
        Timing.atMost("death of the worker of a to its address gone", killed, gone, ADDRESS_GONE);
        Advert first = sightings.advert(pair.b(), killed);
        Duration down = duel.standby().masterDown();
        Timing.between(
                "death of the worker: last advert of a to first of b",
                sightings.lastAdvert(pair.a(), first),
                first,
                down.minusMillis(2),
                down.plusMillis(50));

        duel.a().awaitLog("Entering BACKUP STATE", 2, Duration.ofSeconds(15));
        assertThat(duel.a().worker()).as("worker of a").isNotEqualTo(dead);
        long back = pair.timeline().remark("a is back");
        sightings.staysTrue(
                "b alone has the address",
                down.multipliedBy(3),
                now -> now.has(now.b(), Duel.VIP) && !now.has(now.a(), Duel.VIP));
        sightings.nothingHappened(pair.a(), Duel.VIP, back);
        assertThat(sightings.changes(pair.a(), Duel.VIP, gone.nanos() + 1))
                .as("address of a after the death of its worker")
                .isEmpty();
        assertNoLongDoubleAnswers(pair, killed);
    }

    /** The last answer of a and the first of b may overlap, but not for longer than a's address may stay. */
    private static void assertNoLongDoubleAnswers(DirectorPair pair, long since) {
        Awaitility.await("b answers").until(() -> answers(pair, pair.b(), since).length > 0);
        long[] ofA = answers(pair, pair.a(), since);
        long[] ofB = answers(pair, pair.b(), since);
        long lastOfA = ofA.length == 0 ? since : ofA[ofA.length - 1];
        Duration both = Duration.ofNanos(lastOfA - ofB[0]);
        assertThat(both).as("time in which both answered ARP").isLessThanOrEqualTo(ADDRESS_GONE);
    }

    private static long[] answers(DirectorPair pair, Host host, long since) {
        return pair.timeline()
                .since(
                        since,
                        Arp.class,
                        arp -> arp.reply()
                                && arp.sender().equals(Duel.VIP)
                                && arp.port().equals(host.port(DirectorPair.EXTERNAL)))
                .mapToLong(Arp::nanos)
                .toArray();
    }
}

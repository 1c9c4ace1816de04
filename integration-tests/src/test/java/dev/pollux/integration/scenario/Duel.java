package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import java.time.Duration;

/**
 * Director a, which is to be master, and director b play for one address.
 *
 * @param standby the router as b has it
 */
record Duel(DirectorPair pair, DirectorProcess a, DirectorProcess b, VirtualRouter standby) {

    static final String VIP = "192.0.2.100";

    private static final int STRONGER = 200;
    private static final Duration AFTER_ADVERT = Duration.ofMillis(20);

    /** The router of b, one advert a second, version 2. */
    static VirtualRouter second() {
        return VirtualRouter.v2(DirectorPair.EXTERNAL, 51, 100, VIP + "/24");
    }

    /** The router of b, ten adverts a second, version 3. */
    static VirtualRouter tenth() {
        return VirtualRouter.v3(DirectorPair.EXTERNAL, 51, 100, VIP + "/24");
    }

    /** Starts both and waits until a is master and b stands by. */
    static Duel start(DirectorPair pair, VirtualRouter standby) {
        return start(pair, Program.underTest(), Program.underTest(), standby);
    }

    static Duel start(DirectorPair pair, Program programOfA, Program programOfB, VirtualRouter standby) {
        DirectorProcess b = pair.start(programOfB, pair.b(), VirtualRouter.configuration(standby));
        DirectorProcess a =
                pair.start(programOfA, pair.a(), VirtualRouter.configuration(standby.withPriority(STRONGER)));
        Duel duel = new Duel(pair, a, b, standby);
        duel.awaitMasterA();
        return duel;
    }

    /** Waits until a is master and b stands by; starts a again where a round has killed it. */
    void awaitMasterA() {
        if (!a.alive()) {
            a.restart();
        }
        b.awaitLog("Entering BACKUP STATE", Duration.ofSeconds(20));
        sightings().awaitHolder(pair.a(), pair.b(), VIP);
    }

    Sightings sightings() {
        return new Sightings(pair);
    }

    /** a dies at once and leaves its address where it is, as a machine does that loses its power. */
    void crash() {
        awaitMasterA();
        pair.disturbances().begin();
        long killed = pair.timeline().remark("kill -9 of all of a");
        a.crash();
        Advert first = sightings().advert(pair.b(), killed);
        Advert last = sightings().lastAdvert(pair.a(), first);
        Duration down = standby.masterDown();
        Timing.between("crash: last advert of a to first of b", last, first, down.minusMillis(2), down.plusMillis(50));
        assertAnnounced(first);
    }

    /** a is told to stop and resigns. */
    void stop() {
        awaitMasterA();
        pair.disturbances().begin();
        long told = pair.timeline().remark("SIGTERM to a");
        a.signal("TERM");
        Advert resignation = sightings().resignation(pair.a(), told);
        Advert first = sightings().advert(pair.b(), told);
        Timing.between(
                "stop: resignation of a to first advert of b",
                resignation,
                first,
                Duration.ZERO,
                standby.skew().plusMillis(20));
        assertAnnounced(first);
        sightings().lost(pair.a(), VIP, told);
        assertThat(a.awaitExit(Duration.ofSeconds(15))).as("exit code").isZero();
    }

    /** a comes back: b yields at its first advert, without a resignation, and nothing else happens. */
    void comeBack() {
        long started = pair.timeline().remark("restart of a");
        pair.disturbances().begin();
        a.restart();
        Advert first = sightings().advert(pair.a(), started);
        Advert lastOfB = sightings().lastAdvert(pair.b(), first);
        Timing.atMost(
                "preempt: last advert of b to first of a",
                lastOfB,
                first,
                standby.interval().plusMillis(50));
        Timing.atMost(
                "preempt: first advert of a to its address",
                first,
                sightings().gained(pair.a(), VIP, started),
                AFTER_ADVERT);
        Timing.atMost(
                "preempt: first advert of a to b without address",
                first,
                sightings().lost(pair.b(), VIP, started),
                AFTER_ADVERT);
        pair.drain();
        long crossed = first.nanos() + AFTER_ADVERT.toNanos();
        assertThat(sightings().adverts(pair.b(), crossed))
                .as("adverts of b after it was preempted")
                .isEmpty();
    }

    private void assertAnnounced(Advert first) {
        long since = first.nanos() - Duration.ofMillis(50).toNanos();
        Timing.atMost(
                "first advert of b to its address", first, sightings().gained(pair.b(), VIP, since), AFTER_ADVERT);
        Timing.atMost(
                "first advert of b to its gratuitous ARP",
                first,
                sightings().gratuitousArp(pair.b(), VIP, since),
                AFTER_ADVERT);
    }
}

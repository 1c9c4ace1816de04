package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.Cable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An external and an internal address, as a NAT director has them: they are of use only on the same director. */
@OnDirectorPair
class SyncGroupIT {

    private static final String OUTER = "192.0.2.100";
    private static final String INNER = "198.51.100.100";
    private static final VirtualRouter OUTER_ROUTER = VirtualRouter.v3(DirectorPair.EXTERNAL, 51, 100, OUTER + "/24");
    private static final VirtualRouter INNER_ROUTER = VirtualRouter.v3(DirectorPair.INTERNAL, 52, 100, INNER + "/24");

    /** What the group may take beyond Master_Down_Interval: the member that is asked first waits for the other. */
    private static final Duration GROUP_SLACK = Duration.ofMillis(500);

    @ParameterizedTest
    @ValueSource(strings = {DirectorPair.EXTERNAL, DirectorPair.INTERNAL})
    void aPulledCableMovesBothAddressesOfAGroup(String device, DirectorPair pair) {
        start(pair, true);
        Sightings sightings = new Sightings(pair);
        pair.rounds().play(2, round -> {
            Cable cable = pair.cable(pair.a(), device);
            cable.plug();
            sightings.awaitHolder(pair.a(), pair.b(), OUTER);
            sightings.awaitHolder(pair.a(), pair.b(), INNER);
            pair.disturbances().begin();
            long pulled = pair.timeline().remark("pull the cable of " + cable.port());
            cable.pull();
            Duration limit = OUTER_ROUTER.masterDown().plus(GROUP_SLACK);
            for (String address : List.of(OUTER, INNER)) {
                Timing.atMost(
                        "pulled cable to " + address + " on b",
                        pulled,
                        sightings.gained(pair.b(), address, pulled),
                        limit);
                sightings.lost(pair.a(), address, pulled);
            }
        });
        pair.cable(pair.a(), device).plug();
        sightings.awaitHolder(pair.a(), pair.b(), OUTER);
        sightings.awaitHolder(pair.a(), pair.b(), INNER);
    }

    @Test
    void withoutAGroupOnlyTheAddressOfThePulledCableMoves(DirectorPair pair) {
        DirectorProcess a = start(pair, false);
        Sightings sightings = new Sightings(pair);
        long pulled = pair.timeline().remark("pull the cable of a.eth1");
        pair.cable(pair.a(), DirectorPair.INTERNAL).pull();
        sightings.gained(pair.b(), INNER, pulled);
        sightings.lost(pair.a(), INNER, pulled);
        sightings.staysTrue(
                "a keeps the outer address",
                OUTER_ROUTER.masterDown().multipliedBy(3),
                now -> now.has(now.a(), OUTER) && !now.has(now.b(), OUTER));
        pair.drain();
        assertThat(sightings.changes(pair.a(), OUTER, pulled)).isEmpty();
        assertThat(sightings.adverts(pair.b(), pulled))
                .as("adverts of b outside")
                .isEmpty();

        pair.timeline().remark("plug the cable of a.eth1");
        pair.cable(pair.a(), DirectorPair.INTERNAL).plug();
        sightings.awaitHolder(pair.a(), pair.b(), INNER);
        assertThat(a.alive()).isTrue();
    }

    /** Starts both directors, waits until a has both addresses, and returns a. */
    private static DirectorProcess start(DirectorPair pair, boolean grouped) {
        DirectorProcess b = pair.start(Program.underTest(), pair.b(), text(grouped, 100));
        DirectorProcess a = pair.start(Program.underTest(), pair.a(), text(grouped, 200));
        b.awaitLog("Entering BACKUP STATE", Duration.ofSeconds(20));
        new Sightings(pair).awaitHolder(pair.a(), pair.b(), OUTER);
        new Sightings(pair).awaitHolder(pair.a(), pair.b(), INNER);
        return a;
    }

    private static String text(boolean grouped, int priority) {
        VirtualRouter outer = OUTER_ROUTER.withPriority(priority);
        VirtualRouter inner = INNER_ROUTER.withPriority(priority);
        return grouped ? VirtualRouter.synchronised(outer, inner) : VirtualRouter.configuration(outer, inner);
    }
}

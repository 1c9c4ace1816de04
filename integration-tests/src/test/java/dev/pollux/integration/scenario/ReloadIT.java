package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.NetworkEvent.AddressChange;
import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGHUP: a good file changes what it changes, a broken one nothing. */
@OnDirectorPair
class ReloadIT {

    private static final String SECOND_VIP = "192.0.2.101";
    private static final VirtualRouter ROUTER = Duel.tenth().withPriority(200);
    private static final String FILE = VirtualRouter.configuration(ROUTER);

    @Test
    void anAddedAddressAppearsWithoutATransition(DirectorPair pair) {
        DirectorProcess a = startMaster(pair);
        Sightings sightings = new Sightings(pair);
        long since = pair.timeline().remark("reload of a with a second address");
        a.reload(VirtualRouter.configuration(ROUTER.withAddress(SECOND_VIP + "/24")));
        AddressChange gained = sightings.gained(pair.a(), SECOND_VIP, since);
        sightings.gratuitousArp(
                pair.a(), SECOND_VIP, gained.nanos() - Duration.ofMillis(20).toNanos());
        assertMasterUndisturbed(pair, a, since);

        long again = pair.timeline().remark("reload of a with one address");
        a.reload(FILE);
        sightings.lost(pair.a(), SECOND_VIP, again);
        assertMasterUndisturbed(pair, a, again);
    }

    @OnlyPollux("keepalived runs with what it understands of a broken file")
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "missing brace | virtual_ipaddress { | virtual_ipaddress",
                "unknown keyword | priority 200 | prioritty 200",
                "bad address | 192.0.2.100/24 | 192.0.2.300/24",
                "unknown interface | interface eth0 | interface eth9"
            })
    void aBrokenFileChangesNothing(String what, String good, String broken, DirectorPair pair) {
        DirectorProcess a = startMaster(pair);
        long since = pair.timeline().remark("reload of a: " + what);
        a.reload(FILE.replace(good, broken));
        a.awaitLog("keepalived\\.conf:\\d+:\\d+: ", Duration.ofSeconds(10));
        assertMasterUndisturbed(pair, a, since);
        assertThat(new Sightings(pair).changes(pair.a(), Duel.VIP, since)).isEmpty();

        long mended = pair.timeline().remark("reload of a with the mended file");
        a.reload(FILE.replace(Duel.VIP + "/24", Duel.VIP + "/24\n" + SECOND_VIP + "/24"));
        new Sightings(pair).gained(pair.a(), SECOND_VIP, mended);
        assertMasterUndisturbed(pair, a, mended);
    }

    private static DirectorProcess startMaster(DirectorPair pair) {
        DirectorProcess a = pair.start(Program.underTest(), pair.a(), FILE);
        new Sightings(pair).awaitHolder(pair.a(), pair.b(), Duel.VIP);
        a.awaitLog("Entering MASTER STATE", Duration.ofSeconds(5));
        return a;
    }

    /** For a second: one state, the address stays, adverts come often enough that no backup would have moved. */
    private static void assertMasterUndisturbed(DirectorPair pair, DirectorProcess a, long since) {
        Sightings sightings = new Sightings(pair);
        sightings.staysTrue("a has the address", Duration.ofSeconds(1), now -> now.has(now.a(), Duel.VIP));
        pair.drain();
        List<Advert> adverts = sightings.adverts(pair.a(), since);
        assertThat(adverts).extracting(Advert::priority).containsOnly(200);
        long longest = 0;
        for (int i = 1; i < adverts.size(); i++) {
            longest = Math.max(
                    longest, adverts.get(i).nanos() - adverts.get(i - 1).nanos());
        }
        assertThat(Duration.ofNanos(longest)).as("longest silence of a").isLessThan(ROUTER.masterDown());
        assertThat(adverts).as("adverts in a second").hasSizeGreaterThan(6);
        assertThat(a.log().lines().filter(line -> line.contains("Entering MASTER STATE")))
                .hasSize(1);
        assertThat(sightings.changes(pair.a(), Duel.VIP, since))
                .as("changes of the address")
                .isEmpty();
    }
}

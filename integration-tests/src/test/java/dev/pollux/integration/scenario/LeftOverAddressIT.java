package dev.pollux.integration.scenario;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A machine comes back with the addresses of its former life still on its interface. */
@OnDirectorPair
class LeftOverAddressIT {

    @Test
    void aStandbyRemovesItsAddressBeforeAnythingElse(DirectorPair pair) {
        VirtualRouter router = Duel.tenth();
        pair.start(Program.underTest(), pair.b(), VirtualRouter.configuration(router.withPriority(200)));
        new Sightings(pair).awaitHolder(pair.b(), pair.a(), Duel.VIP);
        pair.a().namespace().ip("addr", "add", Duel.VIP + "/24", "dev", DirectorPair.EXTERNAL);

        long since = pair.timeline().remark("start of a, which has the address");
        DirectorProcess a = pair.start(Program.underTest(), pair.a(), VirtualRouter.configuration(router));
        new Sightings(pair).lost(pair.a(), Duel.VIP, since);
        a.awaitLog("Entering BACKUP STATE", Duration.ofSeconds(10));
        new Sightings(pair)
                .staysTrue(
                        "b alone has the address",
                        router.masterDown().multipliedBy(3),
                        now -> now.has(now.b(), Duel.VIP) && !now.has(now.a(), Duel.VIP));
    }
}

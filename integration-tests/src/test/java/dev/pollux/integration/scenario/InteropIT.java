package dev.pollux.integration.scenario;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Debian's keepalived as the other director: it takes over from us and we from it, with the same file. */
@OnDirectorPair
class InteropIT {

    /** What the two have to agree on. */
    enum Dialect {
        VERSION_2_WITH_PASSWORD,
        VERSION_3_WITH_TWO_ADDRESSES;

        VirtualRouter router() {
            return switch (this) {
                case VERSION_2_WITH_PASSWORD -> Duel.second().withPassword("tomato");
                case VERSION_3_WITH_TWO_ADDRESSES -> Duel.tenth().withAddress("192.0.2.101/24");
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void keepalivedIsMasterAndWeStandBy(Dialect dialect, DirectorPair pair) {
        play(pair, Program.KEEPALIVED, Program.underTest(), dialect);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void weAreMasterAndKeepalivedStandsBy(Dialect dialect, DirectorPair pair) {
        play(pair, Program.underTest(), Program.KEEPALIVED, dialect);
    }

    private static void play(DirectorPair pair, Program master, Program standby, Dialect dialect) {
        Assumptions.assumeTrue(Program.KEEPALIVED.installed(), "needs Debian's keepalived");
        Duel duel = Duel.start(pair, master, standby, dialect.router());
        pair.rounds().play(1, round -> duel.crash());
        pair.rounds().play(1, round -> {
            duel.stop();
            duel.comeBack();
        });
    }
}

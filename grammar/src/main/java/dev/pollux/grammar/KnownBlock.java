package dev.pollux.grammar;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;

/**
 * What a block of the file has come to.
 *
 * @param bulk its share of {@link ReadResult#bulk()}
 */
record KnownBlock(VirtualServer server, long bulk) {

    /**
     * Whether the same text under the same rest of the file comes to the same again: it runs no script and names nothing that
     * the rest of the file or the machine would have to have.
     */
    boolean lasts() {
        return server.key() instanceof VirtualServerKey.Single
                && server.sourceTranslation() == null
                && server.alerts().gained() == null
                && server.alerts().lost() == null
                && server.realServers().stream().allMatch(KnownBlock::lasts);
    }

    private static boolean lasts(RealServer server) {
        if (server.alerts().up() != null || server.alerts().down() != null) {
            return false;
        }
        for (Checker checker : server.checkers()) {
            if (!(checker instanceof Checker.Connecting)) {
                return false;
            }
        }
        return true;
    }
}

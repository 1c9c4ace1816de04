package dev.pollux.grammar.pair;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.diagnostic.Diagnostic;
import java.util.List;

/** Compares the configurations of two directors that stand in for each other. */
public final class PairCheck {

    private PairCheck() {}

    /**
     * What would break the pair: errors what will, warnings what may, notices what is merely odd.
     *
     * @param first what one director reads, under the name that messages use for its file
     * @param second what the other one reads
     */
    public static List<Diagnostic> compare(ReadResult first, String firstFile, ReadResult second, String secondFile) {
        Side a = new Side(first, firstFile);
        Side b = new Side(second, secondFile);
        PairReports reports = new PairReports();
        List<RouterPair> routers = new RouterPairing(a, b, reports).pair();
        InstanceComparison instances = new InstanceComparison(reports);
        UnicastComparison unicast = new UnicastComparison(reports);
        for (RouterPair pair : routers) {
            instances.compare(pair);
            unicast.compare(pair);
        }
        new SyncGroupComparison(routers, reports).compare(a, b);
        new ServiceComparison(reports).compare(a, b);
        return reports.list();
    }
}

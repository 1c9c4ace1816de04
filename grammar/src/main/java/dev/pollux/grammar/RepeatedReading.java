package dev.pollux.grammar;

import dev.pollux.grammar.model.VirtualServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a configuration again and again. Virtual servers that stand in the file as before are taken from the last reading, as
 * the same objects, where nothing else can have changed what they mean: as long as the rest of the file is the same and there is
 * nothing to report. Otherwise all is read anew, so that the result is that of {@link ConfigurationReader}.
 */
public final class RepeatedReading {

    private Map<String, KnownBlock> known = Map.of();
    private List<String> rest = List.of();

    /** Reads one file and what it includes. */
    public ReadResult read(Path file, ReaderOptions options) {
        OneReading reading = new OneReading(List.of(file), options, known);
        ReadResult result = reading.result();
        if (!known.isEmpty()
                && !(plain(reading, result) && reading.blocks().rest().equals(rest))) {
            reading = new OneReading(List.of(file), options, Map.of());
            result = reading.result();
        }
        remember(reading, result);
        return result;
    }

    private void remember(OneReading reading, ReadResult result) {
        known = new HashMap<>();
        rest = List.copyOf(reading.blocks().rest());
        if (!plain(reading, result)) {
            return;
        }
        List<VirtualServer> servers = result.configuration().virtualServers();
        List<Long> bulks = reading.bulks();
        int read = 0;
        for (int i = 0; i < servers.size(); i++) {
            ServerBlocks.Block block = reading.blocks().blocks().get(i);
            KnownBlock now = block.known() == null ? new KnownBlock(servers.get(i), bulks.get(read++)) : block.known();
            if (now.lasts()) {
                known.put(block.text(), now);
            }
        }
    }

    /** Whether each block came to one virtual server and there is nothing to say. */
    private static boolean plain(OneReading reading, ReadResult result) {
        int count = reading.blocks().blocks().size();
        long read = reading.blocks().blocks().stream()
                .filter(block -> block.known() == null)
                .count();
        return reading.blocks().regular()
                && !result.tooLarge()
                && result.diagnostics().isEmpty()
                && result.accepted().isEmpty()
                && result.fate() == ReadResult.Fate.UNDERSTOOD
                && reading.bulks().size() == read
                && result.configuration().virtualServers().size() == count;
    }
}

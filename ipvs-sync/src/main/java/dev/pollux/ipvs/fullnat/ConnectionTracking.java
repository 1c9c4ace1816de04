package dev.pollux.ipvs.fullnat;

import dev.pollux.linux.conntrack.ConntrackClient;
import dev.pollux.linux.conntrack.TranslatedConnection;
import java.io.IOException;
import java.util.List;

/** The connections that a kernel tracks. */
interface ConnectionTracking {

    /** How many there are, of any kind. */
    long count() throws IOException;

    /** Those whose source is translated. Costs time in proportion to {@link #count}. */
    List<TranslatedConnection> translated();

    /** Those of the calling thread's network namespace. */
    static ConnectionTracking system() {
        return new ConnectionTracking() {
            @Override
            public long count() throws IOException {
                return ConntrackClient.count();
            }

            @Override
            public List<TranslatedConnection> translated() {
                try (ConntrackClient client = ConntrackClient.open()) {
                    return client.translated();
                }
            }
        };
    }
}

package dev.pollux.grammar;

import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.source.PreprocessorOptions;
import java.util.Map;

/**
 * How to read a configuration.
 *
 * @param preprocessor config id, environment variables and such
 * @param host what the configuration is checked against
 */
public record ReaderOptions(PreprocessorOptions preprocessor, HostFacts host) {

    /** For the given config id ({@code -i}; by default the host name up to its first dot) and this machine. */
    public static ReaderOptions of(String configId, HostFacts host) {
        return new ReaderOptions(new PreprocessorOptions(configId, Map.of(), 0, false), host);
    }
}

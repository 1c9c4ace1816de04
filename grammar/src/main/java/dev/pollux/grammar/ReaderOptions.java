package dev.pollux.grammar;

import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.source.PreprocessorOptions;
import java.util.Map;

/**
 * How to read a configuration.
 *
 * @param preprocessor config id, environment variables and such
 * @param host what the configuration is checked against
 * @param maxBulk of a larger configuration nothing but its {@link ReadResult#bulk} is found out
 */
public record ReaderOptions(PreprocessorOptions preprocessor, HostFacts host, long maxBulk) {

    /** As large as it may be. */
    public ReaderOptions(PreprocessorOptions preprocessor, HostFacts host) {
        this(preprocessor, host, Long.MAX_VALUE);
    }

    /** For the given config id ({@code -i}; by default the host name up to its first dot) and this machine. */
    public static ReaderOptions of(String configId, HostFacts host) {
        return new ReaderOptions(new PreprocessorOptions(configId, Map.of(), 0, false), host);
    }
}

package dev.pollux.grammar;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a keepalived.conf. Nothing a file contains makes it throw. */
public final class ConfigurationReader {

    private ConfigurationReader() {}

    /** Reads one file and what it includes. */
    public static ReadResult read(Path file, ReaderOptions options) {
        return read(List.of(file), options);
    }

    /** Reads several files as if they were one. */
    public static ReadResult read(List<Path> files, ReaderOptions options) {
        return new OneReading(files, options, Map.of()).result();
    }
}

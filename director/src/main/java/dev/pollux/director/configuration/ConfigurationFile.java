package dev.pollux.director.configuration;

import dev.pollux.director.cli.ReadingOptions;
import dev.pollux.director.cli.RunOptions;
import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.RepeatedReading;
import dev.pollux.grammar.host.LocalHost;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.source.PreprocessorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The file that {@code -f} names, as the other options say it is to be read. */
public final class ConfigurationFile {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private final RunOptions options;
    private final RepeatedReading repeated = new RepeatedReading();

    public ConfigurationFile(RunOptions options) {
        this.options = options;
    }

    /** Reads it as it is now, to test it. */
    public ReadResult read() {
        return read(options.files().configuration(), options.reading());
    }

    /**
     * Reads it as it is now, to run it.
     *
     * @param maxBulk what there is memory for, by {@link HeapDemand}
     */
    public ReadResult readToRun(long maxBulk) {
        return repeated.read(options.files().configuration(), readerOptions(options.reading(), maxBulk));
    }

    /** Reads a file as this machine would. */
    public static ReadResult read(Path file, ReadingOptions reading) {
        return ConfigurationReader.read(file, readerOptions(reading, Long.MAX_VALUE));
    }

    private static ReaderOptions readerOptions(ReadingOptions reading, long maxBulk) {
        PreprocessorOptions preprocessor = new PreprocessorOptions(
                configurationId(reading),
                System.getenv(),
                ThreadLocalRandom.current().nextLong(),
                reading.includesMustExist());
        return new ReaderOptions(preprocessor, new LocalHost(), maxBulk);
    }

    /** Of what was read, what the options want run. As in keepalived, BFD runs with either side. */
    public Configuration wanted(ReadResult result) {
        Configuration all = result.configuration();
        return new Configuration(
                all.global(),
                options.vrrp() ? all.vrrpInstances() : List.of(),
                options.vrrp() ? all.syncGroups() : List.of(),
                options.checks() ? RunnableChecks.of(all.virtualServers()) : List.of(),
                options.vrrp() ? all.trackers() : Trackers.none(),
                options.vrrp() ? all.statics() : StaticSettings.NONE,
                options.bfd() ? all.bfdInstances() : List.of(),
                all.tls(),
                all.others());
    }

    private static String configurationId(ReadingOptions reading) {
        String given = reading.configurationId();
        if (given != null) {
            return given;
        }
        try {
            String name = Files.readString(HOST_NAME).strip();
            int dot = name.indexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        } catch (IOException e) {
            return "";
        }
    }
}

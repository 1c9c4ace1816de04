package dev.pollux.integration.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.LocalHost;
import dev.pollux.integration.director.LargeFile;
import dev.pollux.integration.director.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pollux -t} beside {@code keepalived -t}, and reading inside a running process. */
class ReadingBenchmark {

    private static final int RUNS = 5;

    private final Path folder;

    ReadingBenchmark(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void needsKeepalived() {
        assumeTrue(Program.KEEPALIVED.installed(), "keepalived, to compare with");
    }

    /** The start of a JVM is most of what a small file takes, so only the largest is bounded by keepalived's time. */
    @ParameterizedTest(name = "{0} real servers, {1} in each virtual server")
    @CsvSource({"100, 100, 96, 0", "1000, 100, 96, 0", "10000, 100, 256, 0", "50000, 100, 256, 2", "10000, 1, 256, 0"})
    void testsAFile(int realServers, int perVirtualServer, double maxPeak, double maxTimes) throws IOException {
        String file = file(realServers, perVirtualServer).toString();
        String pollux = Program.POLLUX.executable().toString();
        MeasuredRun.of(1, pollux, "-t", "-f", file);
        MeasuredRun peer = MeasuredRun.of(RUNS, Program.KEEPALIVED.executable().toString(), "-t", "-f", file);
        MeasuredRun ours = MeasuredRun.of(RUNS, pollux, "-t", "-f", file);
        System.out.printf(
                Locale.ROOT,
                "    %6d real servers: keepalived %.3f s, %.3f s CPU, %.0f MB; pollux %.3f s, %.3f s CPU, %.0f MB%n",
                realServers,
                peer.wall(),
                peer.cpu(),
                peer.peak(),
                ours.wall(),
                ours.cpu(),
                ours.peak());
        assertThat(ours.peak()).as("peak, MB").isLessThanOrEqualTo(maxPeak);
        if (maxTimes > 0) {
            assertThat(ours.wall()).as("wall time, s").isLessThanOrEqualTo(maxTimes * peer.wall());
        }
    }

    /** As at a reload: the code has been compiled, and no process has to start. */
    @Test
    void readsFasterThanKeepalivedInARunningProcess() throws IOException {
        Path file = file(50_000, 100);
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            long begin = System.nanoTime();
            ReadResult result = ConfigurationReader.read(file, ReaderOptions.of("here", new LocalHost()));
            assertThat(result.configuration().virtualServers()).hasSize(500);
            if (i >= 10) {
                ours.add((System.nanoTime() - begin) / 1e9);
            }
        }
        MeasuredRun peer =
                MeasuredRun.of(RUNS, Program.KEEPALIVED.executable().toString(), "-t", "-f", file.toString());
        System.out.printf(
                Locale.ROOT,
                "    50,000 real servers: keepalived %.3f s, a running pollux %.3f s%n",
                peer.wall(),
                MeasuredRun.median(ours));
        assertThat(MeasuredRun.median(ours)).as("seconds").isLessThan(peer.wall());
    }

    private Path file(int realServers, int perVirtualServer) throws IOException {
        return Files.writeString(folder.resolve("large.conf"), LargeFile.of(realServers, perVirtualServer));
    }
}

package dev.pollux.integration.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One boot of the lab with all its scenarios: the output, and the exit code. */
record LabRun(List<String> output, int exitCode) {

    private static final Path PROJECT =
            Path.of(System.getProperty("pollux.home", "..")).toAbsolutePath().normalize();
    private static final Path LAB = PROJECT.resolve("integration-tests").resolve("lab");

    /**
     * Runs the scenarios with {@code program} on the directors; what they print is printed as it comes. Every check has a
     * time limit of its own, so a run that prints nothing for {@code silence} stands still, and is ended.
     */
    static LabRun of(String program, Duration silence) {
        List<String> command = List.of(
                LAB.resolve("lab").toString(),
                "run",
                "-d",
                PROJECT.toString(),
                "--",
                LAB.resolve("scenarios").toString(),
                "--program",
                program);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new LabRun(read(process, silence), process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the lab was running", e);
        }
    }

    private static List<String> read(Process process, Duration silence) throws IOException {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try (BufferedReader reader = process.inputReader()) {
            List<String> lines = new ArrayList<>();
            ScheduledFuture<?> end = endAfter(silence, process, watch);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                end.cancel(false);
                end = endAfter(silence, process, watch);
                System.out.println("  lab: " + line);
                lines.add(line);
            }
            return lines;
        } finally {
            watch.shutdownNow();
        }
    }

    /** SIGTERM: the lab ends its virtual machine, and with it the output. */
    private static ScheduledFuture<?> endAfter(Duration silence, Process process, ScheduledExecutorService watch) {
        return watch.schedule(process.toHandle()::destroy, silence.toSeconds(), TimeUnit.SECONDS);
    }

    /** Whether the scenarios came to their end; what failed in them is another question. */
    boolean complete() {
        return exitCode <= 1 && output.stream().anyMatch(line -> line.startsWith("END "));
    }
}

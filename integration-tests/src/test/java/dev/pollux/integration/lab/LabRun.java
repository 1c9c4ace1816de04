package dev.pollux.integration.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One boot of the lab with all its scenarios: the output, and the exit code. */
record LabRun(List<String> output, int exitCode) {

    private static final Path PROJECT =
            Path.of(System.getProperty("pollux.home", "..")).toAbsolutePath().normalize();
    private static final Path LAB = PROJECT.resolve("integration-tests").resolve("lab");

    /** Runs the scenarios with {@code program} on the directors to their end; what they print is printed as it comes. */
    static LabRun of(String program, Duration limit) {
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
            // SIGTERM: the lab ends its virtual machine, and with it the output.
            CompletableFuture.delayedExecutor(limit.toSeconds(), TimeUnit.SECONDS)
                    .execute(process.toHandle()::destroy);
            return new LabRun(read(process.inputReader()), process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the lab was running", e);
        }
    }

    private static List<String> read(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            System.out.println("  lab: " + line);
            lines.add(line);
        }
        return lines;
    }

    /** Whether the scenarios came to their end; what failed in them is another question. */
    boolean complete() {
        return exitCode <= 1 && output.stream().anyMatch(line -> line.startsWith("END "));
    }
}

package dev.pollux.integration.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run of a program of this machine, from start to end. */
public record Command(List<String> words) {

    /** What a finished command left: its exit code, and its standard output and error in the order written. */
    public record Result(int exitCode, String output) {}

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** Runs to the end, whatever the exit code. */
    public Result result() {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + String.join(" ", words), e);
        }
    }

    /** Runs to the end and returns the output; an exit code other than zero is an {@link IllegalStateException}. */
    public String output() {
        Result result = result();
        if (result.exitCode() != 0) {
            throw new IllegalStateException(
                    "`" + String.join(" ", words) + "` exited with " + result.exitCode() + ": " + result.output());
        }
        return result.output();
    }
}

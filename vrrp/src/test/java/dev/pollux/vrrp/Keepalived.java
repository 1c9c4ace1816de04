package dev.pollux.vrrp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.linux.testing.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real keepalived as the other router, in a namespace. */
final class Keepalived implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/keepalived");

    private final Process process;
    private final Path directory;

    Keepalived(NetworkNamespace namespace, Path directory, String configuration) {
        assumeTrue(Files.isExecutable(PROGRAM), "SKIPPED: keepalived is not installed");
        try {
            this.directory = directory;
            Path file = Files.writeString(directory.resolve("keepalived.conf"), configuration);
            List<String> command = List.of(
                    PROGRAM.toString(),
                    "-n",
                    "-l",
                    "-G",
                    "-D",
                    "-P",
                    "-f",
                    file.toString(),
                    "-p",
                    directory.resolve("pid").toString(),
                    "-r",
                    directory.resolve("vrrp.pid").toString(),
                    "-b",
                    directory.resolve("bfd.pid").toString());
            process = namespace.call(() -> new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Another configuration, and SIGHUP. */
    void reload(String configuration) {
        try {
            Files.writeString(directory.resolve("keepalived.conf"), configuration);
            new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, and waits for the end. */
    void stop() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.pollux.integration.director;

import dev.pollux.integration.network.Command;
import dev.pollux.integration.network.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A director in the foreground in its namespace, with its configuration and its log. */
public final class DirectorProcess implements AutoCloseable {

    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final Program program;
    private final Host host;
    private final Path folder;
    private final Path conf;
    private final Path log;
    private Process process;

    private DirectorProcess(Program program, Host host, Path folder, Process process) {
        this.program = program;
        this.host = host;
        this.folder = folder;
        this.conf = conf(folder);
        this.log = log(folder);
        this.process = process;
    }

    /** Writes the configuration into {@code folder} and starts the program on it. */
    static DirectorProcess start(Program program, Host host, Path folder, String configuration, String... more) {
        write(conf(folder), configuration);
        return new DirectorProcess(program, host, folder, launch(program, host, folder, List.of(more)));
    }

    /** Starts the program again, after {@link #crash} or {@link #terminate}, with the same files. */
    public void restart() {
        process = launch(program, host, folder, List.of());
    }

    public Host host() {
        return host;
    }

    /** The process started and all its descendants, itself first. */
    public List<Long> pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** The process that does the work: the one whose death its parent has to cope with. */
    public long worker() {
        List<Long> pids = pids();
        return switch (program) {
            case POLLUX ->
                pids.stream().filter(DirectorProcess::isJava).findFirst().orElseThrow();
            case KEEPALIVED -> pids.get(1);
        };
    }

    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Kills everything at once: the first process is stopped, its children are killed, then itself, so that nobody
     * runs a handler for a dead parent or restarts a dead child.
     */
    public void crash() {
        List<Long> pids = pids();
        StringBuilder script = new StringBuilder("kill -STOP " + pids.get(0) + ";");
        pids.stream()
                .skip(1)
                .forEach(pid -> script.append("kill -KILL ").append(pid).append(" 2>/dev/null;"));
        Command.of("sh", "-c", script.append("kill -KILL " + pids.get(0)).toString())
                .output();
        awaitExit(STOPPING);
        Awaitility.await("death of " + pids).until(() -> pids.stream().noneMatch(DirectorProcess::present));
    }

    /** Kills the working process alone. */
    public void crashWorker() {
        kill("KILL", List.of(worker()));
    }

    /** Kills the process started alone, and waits until those that it left behind have ended by themselves. */
    public void crashSupervisor() {
        List<Long> pids = pids();
        kill("KILL", pids.subList(0, 1));
        Awaitility.await("end of the orphans of " + pids.get(0))
                .atMost(STOPPING)
                .until(() -> pids.stream().noneMatch(DirectorProcess::present));
    }

    /** Sends the signal ({@code "HUP"}) to the process started. */
    public void signal(String name) {
        kill(name, List.of(process.pid()));
    }

    /** Stops every process of it in its tracks. */
    public void suspend() {
        kill("STOP", pids());
    }

    /** Lets the suspended processes go on. */
    public void resume() {
        kill("CONT", pids());
    }

    /** Replaces the configuration and asks for it to be read. */
    public void reload(String configuration) {
        write(conf, configuration);
        signal("HUP");
    }

    /** Asks it to stop, waits, and returns the exit code. */
    public int terminate() {
        process.destroy();
        return awaitExit(STOPPING);
    }

    /** Waits for the end and returns the exit code. */
    public int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + limit + ":\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /** Everything it has said since it was first started. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the log has {@code times} lines in which the expression is found. */
    public void awaitLog(String expression, int times, Duration limit) {
        Pattern pattern = Pattern.compile(expression);
        Awaitility.await("log line " + expression)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log().lines().filter(pattern.asPredicate()).count() >= times);
    }

    public void awaitLog(String expression, Duration limit) {
        awaitLog(expression, 1, limit);
    }

    @Override
    public void close() {
        if (!alive()) {
            return;
        }
        resume();
        process.destroy();
        try {
            if (!process.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
                crash();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return program + " on " + host.label();
    }

    private static Process launch(Program program, Host host, Path folder, List<String> more) {
        List<String> words = new ArrayList<>(program.command(conf(folder), folder));
        words.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(host.namespace().enter(words));
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path conf(Path folder) {
        return folder.resolve("keepalived.conf");
    }

    private static Path log(Path folder) {
        return folder.resolve("log");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(String signal, List<Long> pids) {
        StringBuilder script = new StringBuilder("kill -" + signal);
        pids.forEach(pid -> script.append(' ').append(pid));
        Command.of("sh", "-c", script.toString()).result();
    }

    private static boolean isJava(long pid) {
        try {
            return Files.readString(Path.of("/proc", pid + "", "comm")).strip().equals("java");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the process is still there, be it as a zombie: keepalived takes its own for a running daemon. */
    private static boolean present(long pid) {
        return Files.exists(Path.of("/proc", pid + ""));
    }
}

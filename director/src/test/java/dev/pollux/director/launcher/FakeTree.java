package dev.pollux.director.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A tree with the real launcher, an empty jar, and programs that note what they are asked instead of doing it. */
final class FakeTree {

    private static final Path LAUNCHER =
            Path.of("../bin/pollux").toAbsolutePath().normalize();

    final Path root;
    final Path pidFile;
    private final List<Process> started = new ArrayList<>();

    FakeTree(Path root) throws IOException {
        this.root = root;
        this.pidFile = root.resolve("pollux.pid");
        for (String folder : List.of("bin", "director/target/dist/lib", "jdk/bin", "tools", "run")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.copy(LAUNCHER, root.resolve("bin/pollux"));
        executable(root.resolve("bin/pollux"));
        Files.createFile(root.resolve("director/target/dist/lib/pollux-director-1.jar"));
        Files.createFile(root.resolve("director/target/dist/classes-17.0.99.jsa"));
        Files.writeString(root.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.99\"\n");
        try (var java = Objects.requireNonNull(FakeTree.class.getResourceAsStream("/launcher/java"))) {
            Files.copy(java, root.resolve("jdk/bin/java"));
        }
        executable(root.resolve("jdk/bin/java"));
        script("tools/ip", "echo \"ip $*\" >>\"$FAKE/log\"; cat \"${@: -1}\" >>\"$FAKE/released\"");
        script("tools/pause", "echo \"pause $1\" >>\"$FAKE/log\"");
        Files.createFile(root.resolve("log"));
    }

    private void script(String name, String body) throws IOException {
        Files.writeString(root.resolve(name), "#!/bin/bash\n" + body + "\n");
        executable(root.resolve(name));
    }

    private static void executable(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** How the stand-in's lives go, in turn; it runs until stopped after the last. */
    void plan(String... lives) throws IOException {
        Files.write(root.resolve("plan"), List.of(lives));
    }

    /** Addresses that a director holds in this network namespace. */
    Path journal() throws IOException {
        String namespace = Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString();
        Path journal = root.resolve("run/netns-" + namespace.replaceAll("\\D", "") + "/addresses");
        Files.createDirectories(Objects.requireNonNull(journal.getParent()));
        return journal;
    }

    Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("bin/pollux").toString()));
        command.addAll(Arrays.asList(arguments));
        return launch(command);
    }

    /** In the foreground, by a shell that ignores the signal, as one does that starts a command in the background. */
    Process startDaemonIgnoring(String signal) throws IOException {
        String launcher = root.resolve("bin/pollux").toString();
        return launch(List.of(
                "bash",
                "-c",
                "trap '' " + signal + "; exec \"$@\"",
                "start",
                launcher,
                "-n",
                "-l",
                "-p",
                pidFile.toString()));
    }

    private Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("FAKE", root.toString());
        environment.put("JAVA_HOME", root.resolve("jdk").toString());
        environment.put("POLLUX_RUN_DIR", root.resolve("run").toString());
        environment.put("POLLUX_SLEEP", root.resolve("tools/pause").toString());
        environment.put("PATH", root.resolve("tools") + ":" + environment.get("PATH"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** In the foreground with this tree's pid file. */
    Process startDaemon(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-n", "-l", "-p", pidFile.toString()));
        arguments.addAll(Arrays.asList(more));
        return start(arguments.toArray(String[]::new));
    }

    int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    void awaitLine(String line) {
        Awaitility.await().until(() -> log().contains(line));
    }

    List<String> log() throws IOException {
        return Files.readAllLines(root.resolve("log"));
    }

    String output() throws IOException {
        return Files.readString(root.resolve("output"));
    }

    /** The stand-in's process ids, in the order they were started. */
    List<Long> directors() throws IOException {
        return log().stream()
                .filter(line -> line.startsWith("start "))
                .map(line -> Long.valueOf(line.split(" ", 3)[1]))
                .toList();
    }

    /** The first stand-in's signal mask. */
    long blockedSignals() throws IOException {
        return Long.parseUnsignedLong(log().get(0).replaceFirst(".*blocked=(\\w+) .*", "$1"), 16);
    }

    void end() throws IOException {
        started.forEach(Process::destroyForcibly);
        for (long director : directors()) {
            ProcessHandle.of(director).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}

package dev.pollux.linux.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.process.ProcessStatus;
import dev.pollux.linux.process.ThreadScheduling;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, asked what they were given. */
@Timeout(60)
class ChildProcessTest {

    private static final int POLICY = 40;

    private IoEventLoop loop = EventLoops.create("test-loop");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void tellsHowTheProgramEnded() {
        assertThat(exit("exit 0")).isEqualTo(new ChildExit(0, 0));
        assertThat(exit("exit 7")).isEqualTo(new ChildExit(7, 0));
        assertThat(exit("kill -KILL $$")).isEqualTo(new ChildExit(-1, 9));
        assertThat(run(new Command(List.of("/nonexistent/program"), new Identity.Ours())))
                .isEqualTo(new ChildExit(127, 0));
    }

    @Test
    void leadsASessionAndAGroupWithOrdinarySignals() throws Exception {
        List<String> stat = List.of(report("cat /proc/self/stat").split(" ", -1));
        String shell = report("echo $$");
        assertThat(Integer.parseInt(shell)).isPositive();
        // state ppid pgrp session behind the name; cat's parent is the shell, which leads both.
        assertThat(stat.get(4)).isEqualTo(stat.get(3)).isEqualTo(stat.get(5));
        assertThat(report("grep -E 'SigBlk|SigIgn' /proc/self/status").split("\\s+"))
                .contains("SigBlk:", "0000000000000000", "SigIgn:")
                .doesNotContain("0000000000000001");
    }

    @Test
    void inheritsNoDescriptors() throws Exception {
        try (var ours = Files.newByteChannel(Path.of("/dev/zero"))) {
            assertThat(ours.isOpen()).isTrue();
            // The listing has one of its own; the shell's output file is the one that the test asks for.
            assertThat(report("for f in /proc/$$/fd/*; do readlink $f; done; true")
                            .lines())
                    .containsOnly("/dev/null", folder.resolve("out").toString());
        }
    }

    @Test
    void isAnOrdinaryProcessWhereverItWasStarted() throws Exception {
        IoEventLoop urgent = EventLoops.create("test-urgent");
        try {
            boolean realTime = urgent.submit(ChildProcessTest::becomeRealTime).get();
            assumeThat(realTime).as("SKIPPED: needs CAP_SYS_NICE").isTrue();
            close();
            loop = urgent;
            assertThat(report("cat /proc/self/stat").split(" ", -1)[POLICY]).isEqualTo("0");
        } finally {
            urgent.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    @Test
    void runsAsTheUserWithNothingOfWhatWeMayDo() throws Exception {
        assumeThat(ProcessStatus.read().effectiveUserId())
                .as("SKIPPED: needs root")
                .isZero();
        Identity nobody = Accounts.local().find("nobody", "", false).orElseThrow();
        Path out = folder.resolve("out");
        Files.createFile(out);
        Files.setPosixFilePermissions(out, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        String script = "grep -E '^(Uid|Groups|CapEff|CapAmb):' /proc/self/status > " + out;
        assertThat(run(new Command(List.of("sh", "-c", script), nobody)).successful())
                .isTrue();
        String uid = String.valueOf(((Identity.Account) nobody).userId());
        assertThat(Files.readString(out).replaceAll("\\s+", " "))
                .contains("Uid: " + uid + " " + uid)
                .contains("Groups: CapEff: 0000000000000000 CapAmb: 0000000000000000");
    }

    @Test
    void aProgramThatTakesTooLongIsEndedWithItsDescendants() throws Exception {
        Path pids = folder.resolve("pids");
        String script = "trap '' TERM; sleep 300 & echo $! > " + pids + "; wait; sleep 300";
        TimedRun.Outcome outcome = timed(script, Duration.ofMillis(500));
        assertThat(outcome.timedOut()).isTrue();
        assertThat(outcome.successful()).isFalse();
        assertThat(outcome.exit()).isEqualTo(new ChildExit(-1, 9));
        long sleeper = Long.parseLong(Files.readString(pids).strip());
        org.awaitility.Awaitility.await()
                .until(() ->
                        ProcessHandle.of(sleeper).map(child -> !child.isAlive()).orElse(true));
    }

    @Test
    void aProgramThatEndedWhileTheLoopStoodStillWasInTime() throws Exception {
        Path done = folder.resolve("done");
        CompletableFuture<TimedRun.Outcome> outcome = new CompletableFuture<>();
        Command command = new Command(List.of("/bin/sh", "-c", "touch " + done), new Identity.Ours());
        loop.execute(() -> {
            TimedRun.start(loop, command, Duration.ofMillis(300), outcome::complete);
            // Holds the loop until the program is done and its time is over.
            long late = System.nanoTime() + Duration.ofMillis(600).toNanos();
            while (System.nanoTime() < late || !Files.exists(done)) {
                Thread.onSpinWait();
            }
        });
        assertThat(outcome.join().successful()).isTrue();
    }

    @Test
    void whatATimelyProgramLeavesRunningStays() throws Exception {
        Path pids = folder.resolve("pids");
        TimedRun.Outcome outcome = timed("sleep 300 & echo $! > " + pids, Duration.ofSeconds(30));
        assertThat(outcome.successful()).isTrue();
        ProcessHandle sleeper =
                ProcessHandle.of(Long.parseLong(Files.readString(pids).strip())).orElseThrow();
        assertThat(sleeper.isAlive()).isTrue();
        sleeper.destroyForcibly();
    }

    @Test
    void theEnvironmentIsOursWithoutWhatLeadsAstray() {
        assertThat(Command.environment(java.util.Map.of(
                        "PATH", "/bin", "IFS", "x", "LD_PRELOAD", "y", "LD_LIBRARY_PATH", "z", "POLLUX_HEAP", "1m")))
                .containsExactly("PATH=/bin");
    }

    private static boolean becomeRealTime() {
        try {
            ThreadScheduling.realTime(ThreadScheduling.CALLER, 1);
            return true;
        } catch (SystemCallException e) {
            return false;
        }
    }

    /** What the script prints. */
    private String report(String script) throws Exception {
        Path out = folder.resolve("out");
        assertThat(exit("exec > " + out + "; " + script).successful()).isTrue();
        return Files.readString(out).strip();
    }

    private ChildExit exit(String script) {
        return run(new Command(List.of("/bin/sh", "-c", script), new Identity.Ours()));
    }

    private ChildExit run(Command command) {
        CompletableFuture<ChildExit> exit = new CompletableFuture<>();
        loop.execute(() -> ChildProcess.start(loop, command, exit::complete));
        return exit.join();
    }

    private TimedRun.Outcome timed(String script, Duration limit) {
        CompletableFuture<TimedRun.Outcome> outcome = new CompletableFuture<>();
        Command command = new Command(List.of("/bin/sh", "-c", script), new Identity.Ours());
        loop.execute(() -> TimedRun.start(loop, command, limit, outcome::complete));
        return outcome.join();
    }
}

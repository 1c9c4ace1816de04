package dev.pollux.director.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final String HELD = "addr del 192.0.2.1/24 dev eth0\n";

    /** HUP INT USR1 USR2 TERM RTMIN+2 RTMAX-1, as the kernel writes a signal mask. */
    private static final long DIRECTOR_SIGNALS = 0x4000000800004a03L;

    private final Path folder;
    private final FakeTree tree;

    LauncherTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.tree = new FakeTree(folder);
    }

    @AfterEach
    void fell() throws IOException {
        tree.end();
    }

    @Test
    void aDeadDirectorLosesItsAddressesAtOnceAndIsStartedAgain() throws Exception {
        tree.plan("kill", "run");
        Files.writeString(tree.journal(), HELD);
        tree.startDaemon();
        tree.awaitLine("ready");
        assertThat(Files.readString(folder.resolve("released"))).isEqualTo(HELD);
        assertThat(tree.journal()).isEmptyFile();
        assertThat(tree.directors()).hasSize(2);
        assertThat(tree.output()).contains("The director ended with code 137, restarting in 0 s");
    }

    @Test
    void restartsBecomeRarer() throws Exception {
        tree.plan("kill", "code 3", "kill", "kill", "kill", "kill", "kill", "kill", "kill", "code 2");
        assertThat(tree.exitCode(tree.startDaemon())).isEqualTo(2);
        assertThat(tree.log().stream().filter(line -> line.startsWith("pause")))
                .containsExactly(
                        "pause 1", "pause 2", "pause 4", "pause 8", "pause 16", "pause 32", "pause 60", "pause 60");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 6})
    void whatAnotherStartWouldNotMendIsFinal(int code) throws Exception {
        tree.plan("code " + code);
        assertThat(tree.exitCode(tree.startDaemon())).isEqualTo(code);
        assertThat(tree.directors()).hasSize(1);
        assertThat(tree.pidFile).doesNotExist();
    }

    @Test
    void notStartedAgainWhereThatIsNotWanted() throws Exception {
        tree.plan("kill");
        Files.writeString(tree.journal(), HELD);
        assertThat(tree.exitCode(tree.startDaemon("-R"))).isEqualTo(137);
        assertThat(tree.directors()).hasSize(1);
        assertThat(Files.readString(folder.resolve("released"))).isEqualTo(HELD);
    }

    @Test
    void signalsReachTheDirectorAndTermEndsBoth() throws Exception {
        Process launcher = tree.startDaemon();
        tree.awaitLine("ready");
        for (String name : List.of("HUP", "USR1", "USR2", "RTMIN+2", "RTMAX-1")) {
            signal(name, launcher.pid());
            tree.awaitLine("signal " + name);
        }
        assertThat(Files.readString(tree.pidFile).trim()).isEqualTo(String.valueOf(launcher.pid()));
        launcher.destroy();
        assertThat(tree.exitCode(launcher)).isZero();
        assertThat(tree.log()).contains("signal TERM", "stopped");
        assertThat(tree.pidFile).doesNotExist();
    }

    @Test
    void nothingIsLeftUnderRunOnceTheAddressesAreGone() throws Exception {
        Path journal = tree.journal();
        Process launcher = tree.startDaemon();
        tree.awaitLine("ready");
        launcher.destroy();
        assertThat(tree.exitCode(launcher)).isZero();
        assertThat(journal.getParent()).doesNotExist();
    }

    /** A shell starts so in the background, and nohup. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "HUP"})
    void hearsASignalAlsoWhereItWasStartedToIgnoreIt(String name) throws Exception {
        Process launcher = tree.startDaemonIgnoring(name);
        tree.awaitLine("ready");
        signal(name, launcher.pid());
        tree.awaitLine("signal " + name);
        launcher.destroy();
        assertThat(tree.exitCode(launcher)).isZero();
    }

    @Test
    void theDirectorStopsWhenItsSupervisorIsKilledAndTheNextOneWaitsForIt() throws Exception {
        Process launcher = tree.startDaemon();
        tree.awaitLine("ready");
        launcher.destroyForcibly();
        tree.awaitLine("stopped");
        tree.startDaemon();
        Awaitility.await().until(() -> tree.directors().size() == 2);
    }

    @Test
    void aSecondOneLeavesTheFirstAlone() throws Exception {
        tree.startDaemon();
        tree.awaitLine("ready");
        assertThat(tree.exitCode(tree.startDaemon())).isZero();
        assertThat(tree.output()).contains("daemon is already running");
        assertThat(tree.directors()).hasSize(1);
    }

    @Test
    void aStalePidFileIsNoObstacleWhoeverHasTheNumberNow() throws Exception {
        Files.writeString(tree.pidFile, ProcessHandle.current().pid() + "\n");
        tree.startDaemon();
        tree.awaitLine("ready");
    }

    @Test
    void addressesLeftFromBeforeAreRemovedBeforeTheStart() throws Exception {
        Files.writeString(tree.journal(), HELD);
        tree.startDaemon();
        tree.awaitLine("ready");
        assertThat(Files.readString(folder.resolve("released"))).isEqualTo(HELD);
        assertThat(tree.log().get(0)).startsWith("ip -force -batch ");
    }

    @Test
    void withoutForegroundItReturnsOnceTheDaemonHasItsPidFile() throws Exception {
        Process launcher = tree.start("-p", tree.pidFile.toString());
        assertThat(tree.exitCode(launcher)).isZero();
        long daemon = Long.parseLong(Files.readString(tree.pidFile).trim());
        assertThat(daemon).isNotEqualTo(launcher.pid());
        tree.awaitLine("ready");
        signal("TERM", daemon);
        tree.awaitLine("stopped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-t -f x", "-nt -f x", "-v", "--signum=RELOAD", "--bogus", "-n stray", "check x", "--config-t"})
    void whatEndsByItselfIsNotSupervised(String line) throws Exception {
        tree.plan("code 5");
        String[] arguments = line.split(" ", -1);
        Process launcher = tree.start(arguments);
        assertThat(tree.exitCode(launcher)).isEqualTo(5);
        assertThat(tree.directors()).containsExactly(launcher.pid());
        for (String argument : arguments) {
            assertThat(tree.log()).contains("argument " + argument);
        }
    }

    @Test
    void theJvmIsPreparedForTheDirector() throws Exception {
        tree.startDaemon();
        tree.awaitLine("ready");
        assertThat(tree.blockedSignals() & DIRECTOR_SIGNALS).isEqualTo(DIRECTOR_SIGNALS);
        assertThat(tree.log())
                .contains(
                        "environment MALLOC_ARENA_MAX=1",
                        "environment _JAVA_SR_SIGNUM=40",
                        "argument -Xrs",
                        "argument -Xms64m",
                        "argument -Dpollux.heap=64",
                        "argument dev.pollux.director.Main")
                .doesNotContain("argument --enable-native-access=ALL-UNNAMED");
    }

    @Test
    void aDirectorThatNeedsALargerHeapGetsOneThatIsCollectedMeanwhile() throws Exception {
        tree.plan("heap 128", "run");
        tree.startDaemon();
        tree.awaitLine("ready");
        assertThat(tree.directors()).hasSize(2);
        assertThat(tree.log())
                .containsOnlyOnce(
                        "argument -Dpollux.heap=128",
                        "argument -XX:SoftMaxHeapSize=128m",
                        "argument -XX:+UseShenandoahGC");
        assertThat(tree.output()).doesNotContain("restarting");
    }

    @Test
    void aConfigurationTooLargeForTheMachineIsRefused() throws Exception {
        tree.plan("heap 1000000000");
        assertThat(tree.exitCode(tree.startDaemon())).isEqualTo(2);
        assertThat(tree.output()).contains("needs a heap of 1000000000 MB, too much for a machine of");
    }

    @Test
    void anUnwritablePidFileIsAMatterOfPermission() throws Exception {
        assertThat(tree.exitCode(tree.start("-n", "-p", folder + "/none/pid"))).isEqualTo(4);
        assertThat(tree.output()).contains("/none/pid").contains("CAP_NET_ADMIN");
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("bash", "-c", "kill -s " + name + " " + pid)
                        .start()
                        .waitFor())
                .isZero();
    }
}

package dev.pollux.director.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.script.ScriptKind;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.TrackerKey.Kind;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.Trackers.FileTracker;
import dev.pollux.grammar.model.Trackers.InitialContent;
import dev.pollux.grammar.model.Trackers.ParameterMatch;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.grammar.model.Trackers.ScriptTracker;
import dev.pollux.grammar.model.Trackers.Worth;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.vrrp.machine.TrackerReading;
import dev.pollux.vrrp.machine.TrackerReading.Health;
import dev.pollux.vrrp.machine.TrackerReading.Value;
import io.netty.channel.IoEventLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real scripts, files and processes. */
@Timeout(120)
class TrackerDeskTest {

    private static final Worth NOTHING = new Worth(0, false);
    private static final TrackerKey SCRIPT = new TrackerKey(Kind.SCRIPT, "s");
    private static final TrackerKey FILE = new TrackerKey(Kind.FILE, "f");
    private static final TrackerKey PROCESS = new TrackerKey(Kind.PROCESS, "p");

    private final IoEventLoop loop = EventLoops.create("test-control");
    private final ScriptCounts counts = new ScriptCounts();
    private final Map<TrackerKey, TrackerReading> readings = new ConcurrentHashMap<>();
    private final TrackerDesk desk = new TrackerDesk(loop, counts, readings::put);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() throws Exception {
        loop.submit(desk::stop).get();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void aScriptIsRunAgainAndAgain() throws Exception {
        Path flag = folder.resolve("flag");
        apply(scripts(script("test -e " + flag, Duration.ofMillis(100), Duration.ofSeconds(30))));
        expect(SCRIPT, new Health(false));
        Files.createFile(flag);
        expect(SCRIPT, new Health(true));
        Files.delete(flag);
        expect(SCRIPT, new Health(false));
    }

    @Test
    void aScriptThatTakesTooLongHasFailedAndNeverRunsTwice() throws Exception {
        Path runs = folder.resolve("runs");
        String slow = "trap '' TERM; echo run >> " + runs + "; while :; do sleep 0.1; done";
        apply(scripts(script(slow, Duration.ofMillis(50), Duration.ofMillis(300))));
        expect(SCRIPT, new Health(false));
        assertThat(Files.readAllLines(runs)).as("runs in more than two seconds").hasSizeLessThanOrEqualTo(2);
        assertThat(loop.submit(() -> counts.of(ScriptKind.TRACK).timeouts()).get())
                .isEqualTo(1);
    }

    @Test
    void aScriptThatCannotBeRunHasFailed() throws Exception {
        Script missing = new Script(List.of("/nonexistent"), null);
        apply(scripts(
                new ScriptTracker("s", missing, false, Duration.ofSeconds(1), Duration.ZERO, 1, 1, NOTHING, false)));
        expect(SCRIPT, new Health(false));
    }

    @Test
    void aReloadKeepsWhatIsKnown() throws Exception {
        apply(scripts(script("true", Duration.ofSeconds(30), Duration.ofSeconds(30))));
        expect(SCRIPT, new Health(true));
        readings.clear();
        long runs = loop.submit(() -> counts.of(ScriptKind.TRACK).runs()).get();
        apply(scripts(script("true", Duration.ofSeconds(30), Duration.ofSeconds(30))));
        assertThat(loop.submit(() -> counts.of(ScriptKind.TRACK).runs()).get()).isEqualTo(runs);
        assertThat(readings).isEmpty();
        apply(scripts(script("false", Duration.ofSeconds(30), Duration.ofSeconds(30))));
        expect(SCRIPT, new Health(false));
    }

    @Test
    void aFileCountsByWhatIsInIt() throws Exception {
        Path file = folder.resolve("value");
        apply(new Trackers(
                List.of(),
                List.of(new FileTracker("f", file.toString(), NOTHING, new InitialContent(3, false))),
                List.of()));
        expect(FILE, new Value(3));
        Files.writeString(file, "-20\n");
        expect(FILE, new Value(-20));
        Files.writeString(file, "99999999999");
        Files.writeString(folder.resolve("other"), "x");
        Files.delete(file);
        expect(FILE, new Value(0));
    }

    @Test
    void processesAreCounted() throws Exception {
        Path program = Files.copy(Path.of("/bin/sleep"), folder.resolve("pollux-tracked"));
        ProcessTracker tracker = new ProcessTracker(
                "p",
                List.of("pollux-tracked"),
                false,
                ParameterMatch.NONE,
                1,
                Integer.MAX_VALUE,
                Duration.ZERO,
                Duration.ZERO,
                NOTHING);
        apply(new Trackers(List.of(), List.of(), List.of(tracker)));
        expect(PROCESS, new Health(false));
        Process process = new ProcessBuilder(program.toString(), "60").start();
        try {
            expect(PROCESS, new Health(true));
        } finally {
            process.destroyForcibly();
        }
        expect(PROCESS, new Health(false));
    }

    private void apply(Trackers trackers) throws Exception {
        loop.submit(() -> desk.apply(trackers, ScriptCommands.local(false))).get();
    }

    private void expect(TrackerKey key, TrackerReading reading) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reading.equals(readings.get(key)));
    }

    private static Trackers scripts(ScriptTracker... trackers) {
        return new Trackers(List.of(trackers), List.of(), List.of());
    }

    private static ScriptTracker script(String shell, Duration interval, Duration timeout) {
        Script script = new Script(List.of("/bin/sh", "-c", shell), null);
        return new ScriptTracker("s", script, true, interval, timeout, 1, 1, NOTHING, false);
    }
}

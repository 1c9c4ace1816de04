package dev.pollux.director.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.script.ScriptKind;
import dev.pollux.linux.child.Command;
import dev.pollux.linux.child.Identity;
import dev.pollux.linux.event.EventLoops;
import io.netty.channel.IoEventLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ScriptQueueTest {

    private final IoEventLoop loop = EventLoops.create("test-control");
    private final ScriptCounts.Count counts = new ScriptCounts().of(ScriptKind.NOTIFY);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void aLaterStateIsNeverOvertakenAndOnlyTheNewestIsKept() throws Exception {
        ScriptQueue queue = queue(new ScriptQueue.Limits(60_000, 1000));
        Path go = folder.resolve("go");
        add(queue, "while [ ! -e " + go + " ]; do sleep 0.02; done; " + say("MASTER"));
        add(queue, say("BACKUP"));
        add(queue, say("FAULT"));
        add(queue, say("BACKUP again"));
        Files.createFile(go);
        idle(queue);
        assertThat(Files.readAllLines(folder.resolve("said"))).containsExactly("MASTER", "BACKUP again");
        assertThat(queue.superseded()).isEqualTo(2);
        assertThat(counts.runs()).isEqualTo(2);
    }

    @Test
    void whoKeepsANewerStateWaitingTooLongIsEnded() throws Exception {
        ScriptQueue queue = queue(new ScriptQueue.Limits(200, 200));
        add(queue, "trap '' TERM; while :; do sleep 0.05; done");
        add(queue, say("newer"));
        idle(queue);
        assertThat(Files.readAllLines(folder.resolve("said"))).containsExactly("newer");
        assertThat(counts.failures()).isEqualTo(1);
    }

    @Test
    void scriptsOfOneEventRunSideBySide() throws Exception {
        ScriptQueue queue = queue(new ScriptQueue.Limits(60_000, 1000));
        Path go = folder.resolve("go");
        Command waits = command("while [ ! -e " + go + " ]; do sleep 0.02; done; " + say("first"));
        loop.submit(() -> queue.add(List.of(waits, command("touch " + go)))).get();
        idle(queue);
        assertThat(Files.readAllLines(folder.resolve("said"))).containsExactly("first");
    }

    private ScriptQueue queue(ScriptQueue.Limits limits) {
        return new ScriptQueue(loop, "INSTANCE A", limits, counts);
    }

    private void add(ScriptQueue queue, String script) throws Exception {
        loop.submit(() -> queue.add(List.of(command(script)))).get();
    }

    private void idle(ScriptQueue queue) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> loop.submit(queue::isIdle).get());
    }

    private String say(String word) {
        return "echo " + word + " >> " + folder.resolve("said");
    }

    private static Command command(String script) {
        return new Command(List.of("/bin/sh", "-c", script), new Identity.Ours());
    }
}

package dev.pollux.director.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.script.ScriptKind;
import dev.pollux.grammar.model.NotificationSettings.Fifo;
import dev.pollux.grammar.model.Script;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.process.ProcessStatus;
import io.netty.channel.IoEventLoop;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FifoWriterTest {

    private final IoEventLoop loop = EventLoops.create("test-control");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void needsRoot() {
        assumeThat(ProcessStatus.read().effectiveUserId())
                .as("SKIPPED: needs root, which owns the FIFO")
                .isZero();
    }

    @AfterEach
    void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void aLateReaderGetsEveryLineInOrder() throws Exception {
        Path path = folder.resolve("fifo");
        FifoWriter writer = open(new Fifo(path.toString(), null, null));
        int lines = 5000; // 150 kB; the kernel keeps 64
        loop.submit(() -> {
                    for (int i = 0; i < lines; i++) {
                        writer.write("INSTANCE \"A\" MASTER " + "%06d".formatted(i) + "\n");
                    }
                })
                .get();
        assertThat(writer.waiting()).isPositive();
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            for (int i = 0; i < lines; i++) {
                assertThat(reader.readLine()).endsWith("%06d".formatted(i));
            }
        }
        assertThat(loop.submit(writer::lost).get()).isZero();
        loop.submit(writer::close).get();
        assertThat(path).as("made here").doesNotExist();
    }

    @Test
    void itsScriptGetsThePath() throws Exception {
        Path path = folder.resolve("fifo");
        Path said = folder.resolve("said");
        Script reader = new Script(List.of("/bin/sh", "-c", "head -n 1 \"$0\" > " + said), null);
        FifoWriter writer = open(new Fifo(path.toString(), null, reader));
        loop.submit(() -> writer.write("GROUP \"G\" FAULT 0\n")).get();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(said) && Files.readString(said).equals("GROUP \"G\" FAULT 0\n"));
        loop.submit(writer::close).get();
    }

    @Test
    void whatIsNoPipeIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        for (Path path : List.of(file, link)) {
            FifoWriter writer = open(new Fifo(path.toString(), null, null));
            loop.submit(() -> writer.write("INSTANCE\n")).get();
            assertThat(loop.submit(writer::lost).get()).isEqualTo(1);
            loop.submit(writer::close).get();
        }
        assertThat(file).hasContent("precious");
    }

    private FifoWriter open(Fifo fifo) throws Exception {
        FifoWriter writer = new FifoWriter(loop, fifo, new ScriptCounts().of(ScriptKind.FIFO));
        loop.submit(() -> writer.open(ScriptCommands.local(false))).get();
        return writer;
    }
}

package dev.pollux.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.event.EventLoops;
import io.netty.channel.IoEventLoop;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatcherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private IoEventLoop loop;
    private FileWatcher watcher;

    @BeforeEach
    void open() throws Exception {
        loop = EventLoops.create("test-loop");
        watcher = loop.submit(() -> new FileWatcher(loop)).get();
    }

    @AfterEach
    void close() throws Exception {
        loop.submit(watcher::close).get();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void tellsOfWritingReplacingAndRemoving() throws Exception {
        Path file = folder.resolve("value");
        watch(file);
        expect(() -> Files.writeString(file, "1"));
        Path other = folder.resolve("other");
        Files.writeString(other, "2");
        expect(() -> Files.move(other, file, StandardCopyOption.ATOMIC_MOVE));
        expect(() -> Files.delete(file));
        assertThat(changes).hasValue(3);
    }

    @Test
    void aFolderMayComeAndGo() throws Exception {
        Path file = folder.resolve("later/value");
        watch(file);
        expect(() -> {
            Files.createDirectory(file.getParent());
            Files.writeString(file, "1");
        });
        Files.delete(file);
        expect(() -> Files.delete(file.getParent()));
    }

    @Test
    void forgetsAndRemembers() throws Exception {
        Path file = folder.resolve("value");
        watch(file);
        loop.submit(() -> watcher.forget(file)).get();
        Files.writeString(file, "1");
        watch(file);
        expect(() -> Files.writeString(file, "2"));
    }

    @Test
    void nothingThatIsReadThrows() {
        Random random = new Random(4);
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            assertThat(FileEventCodec.decode(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder())))
                    .hasSizeLessThan(5);
        }
    }

    private void watch(Path file) throws Exception {
        loop.submit(() -> watcher.watch(file, changes::incrementAndGet)).get();
    }

    private void expect(Change change) throws Exception {
        int before = changes.get();
        change.make();
        await().until(() -> changes.get() > before);
    }

    private interface Change {
        void make() throws Exception;
    }
}

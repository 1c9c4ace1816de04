package dev.pollux.linux.file;

import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.InotifyCalls;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when files have been written, replaced or removed. One inotify descriptor for all of them: the kernel has few. The
 * folders are watched, not the files, which may not exist yet. Owned by its loop.
 */
public final class FileWatcher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FileWatcher.class);

    private static final int EVENTS = FileEventCodec.CLOSE_WRITE
            | FileEventCodec.MOVED_FROM
            | FileEventCodec.MOVED_TO
            | FileEventCodec.DELETE
            | FileEventCodec.ONLY_FOLDERS;
    private static final int READ_SIZE = 8192;
    private static final int RETRY_SECONDS = 1;

    private final IoEventLoop loop;
    private final Descriptor inotify = InotifyCalls.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_SIZE).order(ByteOrder.nativeOrder());
    private final Registration registration;
    private final Map<Path, Runnable> handlers = new HashMap<>();
    private final Map<Integer, Path> folders = new HashMap<>();
    private boolean retrying;
    private boolean closed;

    /** Watches nothing yet. */
    public FileWatcher(IoEventLoop loop) {
        this.loop = loop;
        this.registration = DescriptorReader.register(loop, inotify, this::read);
    }

    /** Calls the handler after every change of the file, which need not exist, in a folder that need not exist either. */
    public void watch(Path file, Runnable onChange) {
        assert loop.inEventLoop();
        Path absolute = file.toAbsolutePath();
        handlers.put(absolute, onChange);
        if (!folders.containsValue(folder(absolute))) {
            enter(folder(absolute));
        }
    }

    /** No longer. */
    public void forget(Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = folder(absolute);
        if (handlers.remove(absolute) != null && !isWanted(folder)) {
            folders.entrySet().removeIf(entry -> {
                boolean done = entry.getValue().equals(folder);
                if (done) {
                    InotifyCalls.remove(inotify, entry.getKey());
                }
                return done;
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        registration.close();
        inotify.close();
    }

    private boolean enter(Path folder) {
        try {
            folders.put(InotifyCalls.add(inotify, folder.toString(), EVENTS), folder);
            return true;
        } catch (SystemCallException e) {
            if (!retrying) {
                log.warn("Cannot watch {}, trying again every second: {}", folder, e.getMessage());
            }
            retryLater();
            return false;
        }
    }

    private void retryLater() {
        if (!retrying) {
            retrying = true;
            var unused = loop.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Folders that were not there; a file may have come with them. */
    private void retry() {
        if (closed) {
            return;
        }
        List<Path> missing = handlers.keySet().stream()
                .map(FileWatcher::folder)
                .distinct()
                .filter(folder -> !folders.containsValue(folder))
                .toList();
        boolean allThere = true;
        for (Path folder : missing) {
            boolean there = enter(folder);
            allThere &= there;
            if (there) {
                changed(folder);
            }
        }
        retrying = false;
        if (!allThere) {
            retrying = true;
            var unused = loop.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void read() {
        buffer.clear();
        if (inotify.read(buffer) > 0) {
            FileEventCodec.decode(buffer.flip()).forEach(this::happened);
        }
    }

    private void happened(FileEventCodec.Event event) {
        if (event.has(FileEventCodec.OVERFLOW)) {
            List.copyOf(handlers.values()).forEach(Runnable::run);
            return;
        }
        Path folder = folders.get(event.watch());
        if (folder == null) {
            return;
        }
        if (event.has(FileEventCodec.IGNORED)) {
            folders.remove(event.watch());
            changed(folder);
            if (isWanted(folder)) {
                retryLater();
            }
        } else {
            handlers.getOrDefault(folder.resolve(event.name()), () -> {}).run();
        }
    }

    private void changed(Path folder) {
        List<Path> files = handlers.keySet().stream()
                .filter(file -> folder(file).equals(folder))
                .toList();
        files.forEach(file -> handlers.getOrDefault(file, () -> {}).run());
    }

    private boolean isWanted(Path folder) {
        return handlers.keySet().stream().anyMatch(file -> folder(file).equals(folder));
    }

    private static Path folder(Path absolute) {
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }
}

package dev.pollux.director.track;

import dev.pollux.grammar.model.Trackers.FileTracker;
import dev.pollux.grammar.model.Trackers.InitialContent;
import dev.pollux.linux.file.FileWatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One {@code track_file}: read whenever it was written. Owned by the {@code control} loop. */
final class TrackedFile {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedFile.class);

    /** As much as keepalived looks at. */
    private static final int READ_SIZE = 127;

    private final FileTracker tracker;
    private final FileWatcher watcher;
    private final LongConsumer listener;
    private final Path path;
    private long value;

    TrackedFile(FileTracker tracker, FileWatcher watcher, LongConsumer listener) {
        this.tracker = tracker;
        this.watcher = watcher;
        this.listener = listener;
        this.path = Path.of(tracker.path());
    }

    FileTracker tracker() {
        return tracker;
    }

    long value() {
        return value;
    }

    /** Writes what it begins with, if asked to, and reads it. */
    void start(boolean initialize) {
        InitialContent initial = tracker.initial();
        if (initialize && initial != null) {
            write(initial);
        }
        watcher.watch(path, this::changed);
        value = read();
        listener.accept(value);
    }

    void stop() {
        watcher.forget(path);
    }

    private void changed() {
        long before = value;
        value = read();
        if (value != before) {
            LOG.info("Track file {} now {}, was {}", tracker.name(), value, before);
            listener.accept(value);
        }
    }

    /** A file that is not there counts 0; a pipe would keep the loop waiting. */
    private long read() {
        if (!Files.isRegularFile(path)) {
            return 0;
        }
        try (InputStream file = Files.newInputStream(path)) {
            return FileNumber.parse(new String(file.readNBytes(READ_SIZE), StandardCharsets.ISO_8859_1))
                    .orElseGet(() -> {
                        LOG.warn("Track file {} holds a number that is too large, it is ignored", tracker.name());
                        return value;
                    });
        } catch (IOException e) {
            LOG.warn("Cannot read track file {}: {}", path, e.toString());
            return 0;
        }
    }

    private void write(InitialContent initial) {
        String text = initial.value() + "\n";
        try {
            if (initial.overwrite()) {
                Files.writeString(
                        path,
                        text,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
            } else {
                Files.writeString(path, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Track file {} exists, its content stays", path);
        } catch (IOException e) {
            LOG.warn("Cannot write track file {}: {}", path, e.toString());
        }
    }
}

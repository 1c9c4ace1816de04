package dev.pollux.integration.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Reads a FIFO, line by line, also after its writer has closed it and opened it again, as keepalived does at a reload. */
public final class FifoReader {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private FifoReader() {}

    /** Begins to read the FIFO at {@code path}, which must be there, as soon as somebody has opened it to write. */
    public static FifoReader start(Path path) {
        FifoReader reader = new FifoReader();
        Thread thread = new Thread(() -> reader.read(path), "reads " + path);
        thread.setDaemon(true);
        thread.start();
        return reader;
    }

    /** Waits until this line has been read so many times. */
    public void await(String line, int times) {
        Awaitility.await(times + " times " + line)
                .atMost(LIMIT)
                .until(() -> lines.stream().filter(line::equals).count() >= times);
    }

    /** As {@link #await(String, int)}, once. */
    public void await(String line) {
        await(line, 1);
    }

    /** Everything read so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What has been read so far of one subject: the lines that begin with it. */
    public List<String> of(String subject) {
        return lines.stream().filter(line -> line.startsWith(subject)).toList();
    }

    private void read(Path path) {
        try {
            while (Files.exists(path)) {
                readToEnd(path);
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
    }

    private void readToEnd(Path path) throws IOException {
        try (BufferedReader fifo = Files.newBufferedReader(path)) {
            for (String line = fifo.readLine(); line != null; line = fifo.readLine()) {
                lines.add(line);
            }
        }
    }
}

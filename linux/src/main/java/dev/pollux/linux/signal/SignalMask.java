package dev.pollux.linux.signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A set of signals as the kernel keeps it.
 *
 * @param bits bit n-1 stands for signal n
 */
public record SignalMask(long bits) {

    /** glibc's {@code sigset_t}, of which Linux uses the first 64 bits. */
    private static final int SIGSET_SIZE = 128;

    private static final String BLOCKED = "SigBlk:";

    public static SignalMask of(Set<Signal> signals) {
        return new SignalMask(signals.stream()
                .mapToLong(signal -> 1L << (signal.number() - 1))
                .reduce(0, (left, right) -> left | right));
    }

    public boolean contains(Signal signal) {
        return (bits & 1L << (signal.number() - 1)) != 0;
    }

    /** The signals that every thread of this process blocks at this moment (proc_pid_status(5), SigBlk). */
    public static SignalMask blockedInAllThreads() {
        long bits = -1;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                bits &= blocked(thread.resolve("status"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SignalMask(bits);
    }

    ByteBuffer toBuffer() {
        return ByteBuffer.allocateDirect(SIGSET_SIZE)
                .order(ByteOrder.nativeOrder())
                .putLong(0, bits);
    }

    private static long blocked(Path status) throws IOException {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(BLOCKED)) {
                    return Long.parseUnsignedLong(
                            line.substring(BLOCKED.length()).strip(), 16);
                }
            }
        } catch (NoSuchFileException e) {
            // The thread has ended since the directory was read.
            return -1;
        }
        return 0;
    }
}

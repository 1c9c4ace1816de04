package dev.pollux.linux.file;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.PipeCalls;
import dev.pollux.linux.syscall.SystemCallException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A named pipe (fifo(7)) that is written to without ever waiting for a reader. Not for two threads. */
public final class NamedPipe implements AutoCloseable {

    private static final int MODE = 0644;
    private static final int TYPE = 0170000;
    private static final int PIPE = 0010000;

    private final Path path;
    private final Descriptor descriptor;
    private final boolean made;

    private NamedPipe(Path path, Descriptor descriptor, boolean made) {
        this.path = path;
        this.descriptor = descriptor;
        this.made = made;
    }

    /** Who shall own a pipe. */
    public record Owner(int userId, int groupId) {}

    /**
     * Opens a pipe, which is made for its owner if it does not exist.
     *
     * @throws SystemCallException when that is impossible: EINVAL for something that is no pipe, EPERM for somebody else's
     */
    public static NamedPipe open(Path path, Owner owner) {
        boolean made = PipeCalls.make(path.toString(), MODE);
        Descriptor descriptor = PipeCalls.open(path.toString());
        try {
            if (made) {
                PipeCalls.owner(descriptor, owner.userId(), owner.groupId());
            }
            check(descriptor, owner);
            return new NamedPipe(path, descriptor, made);
        } catch (SystemCallException e) {
            descriptor.close();
            throw e;
        }
    }

    /** Writes a line of at most 4096 bytes; false: there is no room, nothing was written. */
    public boolean write(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return PipeCalls.write(
                descriptor, ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
    }

    /** Closes it, and removes it if it was made here. */
    @Override
    public void close() {
        descriptor.close();
        if (made) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Somebody replaced it; that is theirs.
                return;
            }
        }
    }

    /** What was opened, not what the path means by now. */
    private static void check(Descriptor descriptor, Owner owner) {
        Path opened = Path.of("/proc/self/fd", String.valueOf(descriptor.number()));
        try {
            int mode = (int) Files.getAttribute(opened, "unix:mode");
            int userId = (int) Files.getAttribute(opened, "unix:uid");
            if ((mode & TYPE) != PIPE) {
                throw new SystemCallException("open", Errno.EINVAL.number());
            }
            if (userId != owner.userId() && userId != 0) {
                throw new SystemCallException("open", Errno.EPERM.number());
            }
        } catch (IOException e) {
            throw new SystemCallException("fstat", Errno.EINVAL.number());
        }
    }
}

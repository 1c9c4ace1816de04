package dev.pollux.linux.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process runs, by what the kernel says of it under /proc. No name service is asked. */
public final class KernelIdentity {

    private KernelIdentity() {}

    /** The machine's (UTS namespace's) host name, as gethostname(2) gives it. */
    public static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inode that identifies the calling thread's network namespace (namespaces(7)). */
    public static long networkNamespace() {
        try {
            return (long) Files.getAttribute(Path.of("/proc/thread-self/ns/net"), "unix:ino");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

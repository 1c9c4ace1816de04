package dev.pollux.ipvs.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel settings of the calling thread's network namespace. Writing some waits for the kernel's rtnl lock. */
public interface SysctlTree {

    /** {@code /proc/sys}. */
    SysctlTree KERNEL = new SysctlTree() {
        @Override
        public String read(String name) throws IOException {
            return Files.readString(path(name)).strip();
        }

        @Override
        public void write(String name, String value) throws IOException {
            Files.writeString(path(name), value + "\n");
        }

        private Path path(String name) {
            return Path.of("/proc/sys", name.split("\\."));
        }
    };

    /**
     * The value of a setting.
     *
     * @throws IOException where this kernel has none of that name
     */
    String read(String name) throws IOException;

    /**
     * Changes it.
     *
     * @throws IOException where that is not allowed
     */
    void write(String name, String value) throws IOException;
}

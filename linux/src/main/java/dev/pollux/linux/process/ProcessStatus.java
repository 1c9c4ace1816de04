package dev.pollux.linux.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process may do (proc_pid_status(5)).
 *
 * @param effectiveUserId 0 for root
 * @param effectiveCapabilities the kernel's bit set
 */
public record ProcessStatus(int effectiveUserId, long effectiveCapabilities) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int EFFECTIVE = 1;

    /** As it is now. */
    public static ProcessStatus read() {
        try {
            return parse(Files.readAllLines(STATUS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it may do what the capability allows, in its own user namespace. */
    public boolean has(Capability capability) {
        return capability.in(effectiveCapabilities);
    }

    static ProcessStatus parse(List<String> lines) {
        int userId = -1;
        long capabilities = 0;
        for (String line : lines) {
            List<String> words = List.of(line.split("\\s+", -1));
            switch (words.get(0)) {
                case "Uid:" -> userId = Integer.parseUnsignedInt(words.get(1 + EFFECTIVE));
                case "CapEff:" -> capabilities = Long.parseUnsignedLong(words.get(1), 16);
                default -> {}
            }
        }
        return new ProcessStatus(userId, capabilities);
    }
}

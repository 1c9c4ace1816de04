package dev.pollux.linux.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who runs at this moment. */
public final class ProcessTable {

    private final Path proc;

    ProcessTable(Path proc) {
        this.proc = proc;
    }

    /** That of this process namespace. */
    public static ProcessTable local() {
        return new ProcessTable(Path.of("/proc"));
    }

    /** Everybody but zombies. */
    public List<RunningProcess> all() {
        List<RunningProcess> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[1-9]*")) {
            for (Path entry : entries) {
                find(Integer.parseUnsignedInt(entry.getFileName().toString())).ifPresent(all::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** One process; empty: it is gone, or a zombie. */
    public Optional<RunningProcess> find(int pid) {
        Path folder = proc.resolve(Integer.toString(pid));
        try {
            String name = read(folder.resolve("comm")).stripTrailing();
            String commandLine = read(folder.resolve("cmdline"));
            if (commandLine.isEmpty() && isZombie(folder)) {
                return Optional.empty();
            }
            return Optional.of(new RunningProcess(pid, name, split(commandLine)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isZombie(Path folder) throws IOException {
        String status = read(folder.resolve("stat"));
        return status.startsWith(") Z", Math.max(0, status.lastIndexOf(')')));
    }

    private static List<String> split(String commandLine) {
        if (commandLine.isEmpty()) {
            return List.of();
        }
        String words = commandLine.endsWith("\0") ? commandLine.substring(0, commandLine.length() - 1) : commandLine;
        return List.of(words.split("\0", -1));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}

package dev.pollux.linux.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The threads of this process as the kernel knows them, those of the JVM among them (proc_pid_task(5)). */
public final class OwnThreads {

    private static final Path TASKS = Path.of("/proc/self/task");

    private OwnThreads() {}

    /** Numbers of the threads whose name, cut to 15 characters by the kernel, begins so. */
    public static List<Integer> named(String beginning) {
        List<Integer> found = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                if (name(task).startsWith(beginning)) {
                    found.add(Integer.parseInt(task.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }
}

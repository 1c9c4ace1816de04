package dev.pollux.linux.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the process was started: what its first thread has, which nobody changes afterwards.
 *
 * @param nice -20 to 19
 * @param processors numbers of those that it may run on
 */
public record InitialScheduling(int nice, Set<Integer> processors) {

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    /** Fields of proc_pid_stat(5) between the name of the program and its nice value. */
    private static final int BEFORE_NICE = 16;

    public InitialScheduling {
        processors = Set.copyOf(processors);
    }

    /** As the kernel tells it. */
    public static InitialScheduling read() {
        try {
            return new InitialScheduling(nice(Files.readString(STAT)), processors(Files.readAllLines(STATUS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int nice(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return Integer.parseInt(fields[BEFORE_NICE]);
    }

    /** From a list such as {@code 0-3,8}. */
    static Set<Integer> processors(List<String> status) {
        Set<Integer> numbers = new TreeSet<>();
        status.stream()
                .filter(line -> line.startsWith(ALLOWED))
                .flatMap(
                        line -> List.of(line.substring(ALLOWED.length()).strip().split(",", -1)).stream())
                .forEach(range -> {
                    List<String> ends = List.of(range.split("-", -1));
                    int last = Integer.parseInt(ends.get(ends.size() - 1));
                    for (int number = Integer.parseInt(ends.get(0)); number <= last; number++) {
                        numbers.add(number);
                    }
                });
        return numbers;
    }
}

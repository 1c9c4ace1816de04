package dev.pollux.integration.benchmark;

import dev.pollux.integration.network.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one run of a program took, its children included.
 *
 * @param wall seconds from start to end
 * @param cpu seconds of CPU time
 * @param peak megabytes resident at most
 */
record MeasuredRun(double wall, double cpu, double peak) {

    /** Forks from a small process: the peak of a process begins with that of the one it was forked from. */
    private static final String MEASURE = """
            import os, sys, time
            begin = time.monotonic()
            pid = os.fork()
            if not pid:
                null = os.open('/dev/null', os.O_RDWR)
                for number in 0, 1, 2:
                    os.dup2(null, number)
                os.execv(sys.argv[1], sys.argv[1:])
            _, status, use = os.wait4(pid, 0)
            print(time.monotonic() - begin, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024)
            sys.exit(os.waitstatus_to_exitcode(status))
            """;

    /** Of {@code runs} runs that must end well: the median time, and the highest peak. */
    static MeasuredRun of(int runs, String... command) {
        List<MeasuredRun> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            all.add(once(command));
        }
        return new MeasuredRun(
                median(all.stream().map(MeasuredRun::wall).toList()),
                median(all.stream().map(MeasuredRun::cpu).toList()),
                all.stream().mapToDouble(MeasuredRun::peak).max().orElseThrow());
    }

    static double median(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }

    private static MeasuredRun once(String... command) {
        List<String> words = new ArrayList<>(List.of("/usr/bin/python3", "-S", "-E", "-c", MEASURE));
        words.addAll(List.of(command));
        String[] figures = new Command(words).output().strip().split(" ", 3);
        return new MeasuredRun(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }
}

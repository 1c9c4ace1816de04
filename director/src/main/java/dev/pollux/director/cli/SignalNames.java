package dev.pollux.director.cli;

import java.util.Map;

/** {@code --signum}: what each signal is called on the command line. Numbers are Linux's, with glibc's first real-time signal. */
final class SignalNames {

    private static final Map<String, Integer> NUMBERS =
            Map.of("STOP", 15, "RELOAD", 1, "DATA", 10, "STATS", 12, "STATS_CLEAR", 63, "JSON", 36, "TDUMP", 64);

    private SignalNames() {}

    static Invocation lookUp(String name) {
        Integer number = NUMBERS.get(name);
        return number == null
                ? new Invocation.Rejected(
                        "--signum=" + name + ": known are STOP RELOAD DATA STATS STATS_CLEAR JSON TDUMP")
                : new Invocation.Print(number + "\n");
    }
}

package dev.pollux.linux.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program to run.
 *
 * @param words the program, looked for in the PATH where it has no slash, and its arguments; at least one
 */
public record Command(List<String> words, Identity identity) {

    /** util-linux's; it sets the identity and then becomes the program. */
    private static final String LAUNCHER = "/usr/bin/setpriv";

    /** What could lead a program astray, and what the supervisor set for the JVM alone. */
    private static final Set<String> UNWANTED =
            Set.of("IFS", "LD_PRELOAD", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX", "_JAVA_SR_SIGNUM");

    private static final String OURS = "POLLUX_";

    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command without words");
        }
    }

    /** What is executed. The program dies with us: a script of a director that is gone must not act for it. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(LAUNCHER, "--pdeathsig", "TERM"));
        if (!(identity instanceof Identity.Account account && account.userId() == 0)) {
            arguments.add("--inh-caps=-all");
            arguments.add("--ambient-caps=-all");
        }
        arguments.addAll(identity.arguments());
        arguments.add("--");
        arguments.addAll(words);
        return arguments;
    }

    /** {@code NAME=value} of this process's environment, as a program may have it. */
    static List<String> environment(Map<String, String> ours) {
        return ours.entrySet().stream()
                .filter(entry ->
                        !UNWANTED.contains(entry.getKey()) && !entry.getKey().startsWith(OURS))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
    }

    /** For people. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Numbers of processors; one that cannot be makes all of them invalid. */
record ProcessorsType() implements ArgumentType<Set<Integer>> {

    /** What the kernel's {@code cpu_set_t} has room for. */
    private static final int MOST = 1024;

    @Override
    public @Nullable Set<Integer> read(Arguments arguments) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < arguments.words().size(); i++) {
            int number = number(arguments.text(i));
            if (number < 0) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        i,
                        "'" + arguments.text(i) + "' is not the number of a CPU, " + arguments.keyword()
                                + " is ignored",
                        "write " + describe());
                return null;
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** -1: it is none. */
    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            return number < MOST ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public String describe() {
        return "numbers of CPUs, from 0";
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}

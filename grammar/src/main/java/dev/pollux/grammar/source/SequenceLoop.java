package dev.pollux.grammar.source;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code ~SEQ}: from {@code first} to {@code last}, both included.
 *
 * @param step not 0 and in the direction of {@code last}
 * @param hexadecimal {@code ~SEQx}: values are written in base 16
 */
record SequenceLoop(String name, long first, long step, long last, boolean hexadecimal) {

    /** {@code name, first, step, last} or {@code name, first, last} or {@code name, last}; null: none of these. */
    static @Nullable SequenceLoop parse(String specification, boolean hexadecimal) {
        String[] parts = specification.split(",", -1);
        String name = parts[0].trim();
        if (parts.length < 2
                || parts.length > 4
                || name.isEmpty()
                || Definitions.nameLength(name, 0) != name.length()) {
            return null;
        }
        try {
            long last = number(parts[parts.length - 1]);
            long first = parts.length > 2 ? number(parts[1]) : last < 0 ? -1 : 1;
            long step = parts.length > 3 ? number(parts[2]) : last < first ? -1 : 1;
            boolean leads = step != 0 && (last == first || (last > first) == (step > 0));
            return leads ? new SequenceLoop(name, first, step, last, hexadecimal) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Fits an int, so that sums of them cannot overflow. */
    private static long number(String text) {
        return Integer.decode(text.trim());
    }

    Iterator<List<String>> iterator() {
        return new Iterator<>() {
            private long value = first;

            @Override
            public boolean hasNext() {
                return step > 0 ? value <= last : value >= last;
            }

            @Override
            public List<String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                String text = hexadecimal ? Long.toHexString(value) : Long.toString(value);
                value += step;
                return List.of(text);
            }
        };
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@code track_...} block: {@code NAME [weight N [reverse|noreverse]]}.
 *
 * @param weight null: that of the tracked object
 * @param reverse null: that of the tracked object
 */
record TrackLine(
        String name, @Nullable Integer weight, @Nullable Boolean reverse) {

    static final int LIMIT = 253;

    /**
     * The line, or null after a report.
     *
     * @param limit of the weight, {@link #LIMIT} or one more
     */
    static @Nullable TrackLine read(Arguments line, int limit) {
        Integer weight = null;
        Boolean reverse = null;
        for (int i = 1; i < line.count(); i++) {
            switch (line.text(i)) {
                case "weight" -> {
                    i++;
                    if (i == line.count()) {
                        line.report(
                                DiagnosticCode.INVALID_VALUE,
                                i - 1,
                                "weight has no value, " + line.text(0) + " is not tracked",
                                "write a number from -" + limit + " to " + limit + " behind it");
                        return null;
                    }
                    weight = weight(line, i, limit);
                }
                case "reverse" -> reverse = true;
                case "noreverse" -> reverse = false;
                default -> {
                    line.report(
                            DiagnosticCode.INVALID_VALUE,
                            i,
                            "unknown option '" + line.text(i) + "', " + line.text(0) + " is not tracked",
                            "write NAME [weight N [reverse]]");
                    return null;
                }
            }
        }
        return new TrackLine(line.text(0), weight, reverse);
    }

    /** A line of {@code track_interface}, or null after a report. */
    static @Nullable TrackedInterface trackedInterface(Arguments line, List<TrackedInterface> known) {
        TrackLine read = read(line, LIMIT);
        if (read == null) {
            return null;
        }
        if (known.stream().anyMatch(other -> other.name().equals(read.name()))) {
            line.report(
                    DiagnosticCode.DUPLICATE, 0, read.name() + " is tracked twice, the second is ignored", "remove it");
            return null;
        }
        return new TrackedInterface(
                read.name(), read.weight() == null ? 0 : read.weight(), Boolean.TRUE.equals(read.reverse()));
    }

    private static @Nullable Integer weight(Arguments line, int index, int limit) {
        Long value = IntegerType.lenient(-LIMIT - 1, LIMIT + 1).read(line, index);
        if (value == null) {
            return null;
        }
        if (Math.abs(value) > limit) {
            line.report(
                    DiagnosticCode.OUT_OF_RANGE,
                    index,
                    "weight " + value + " is read as " + Long.signum(value) * limit,
                    "write a number from -" + limit + " to " + limit);
        }
        return (int) Math.max(-limit, Math.min(limit, value));
    }
}

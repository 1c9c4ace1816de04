package dev.pollux.grammar.pair;

import java.math.BigDecimal;
import java.time.Duration;

/** Times as the file has them. */
final class Seconds {

    private static final int NANOS = 9;

    private Seconds() {}

    static String of(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), NANOS).stripTrailingZeros().toPlainString();
    }
}

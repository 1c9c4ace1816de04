package dev.pollux.healthcheck.probe;

import java.math.BigDecimal;
import java.time.Duration;

/** A length of time as people write it in keepalived.conf. */
final class Seconds {

    private Seconds() {}

    /** {@code 5 s}, {@code 0.25 s}. */
    static String of(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
    }
}

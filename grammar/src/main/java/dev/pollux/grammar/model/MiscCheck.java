package dev.pollux.grammar.model;

import java.time.Duration;

/**
 * {@code MISC_CHECK}: up when a program ends with 0.
 *
 * @param timeout {@code misc_timeout}: after which it is ended and counts as failed
 * @param dynamic {@code misc_dynamic}: ending with 2 to 255 also means up, with a weight of 0 to 253
 */
public record MiscCheck(CheckTiming timing, Script script, Duration timeout, boolean dynamic) implements Checker {

    @Override
    public String keyword() {
        return "MISC_CHECK";
    }

    @Override
    public MiscCheck withTiming(CheckTiming other) {
        return new MiscCheck(other, script, timeout, dynamic);
    }
}

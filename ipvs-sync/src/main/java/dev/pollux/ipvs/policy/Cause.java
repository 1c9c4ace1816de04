package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.Checker;
import org.jspecify.annotations.Nullable;

/**
 * Why a real server went up or down.
 *
 * @param checker the check that decided; null: the start, a reload or the end of the director did
 * @param text for people
 */
public record Cause(@Nullable Checker checker, String text) {

    /** Of what no check decided. */
    public static Cause unchecked(String text) {
        return new Cause(null, text);
    }
}

package dev.pollux.grammar.model;

import java.util.Locale;

/** What is done about a difference between what should be and what is, that we have not made ourselves. */
public enum Repair {
    /** Nothing; it is not even told. */
    OFF,
    /** It is told and counted. */
    OBSERVE,
    /** It is put right, told and counted. */
    ON;

    /** As the configuration has it: {@code observe}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.pollux.grammar.source;

import org.jspecify.annotations.Nullable;

/** {@code @ID text} is read where ID is the configuration id, {@code @^ID text} where it is not. */
final class Conditions {

    private final String configId;

    Conditions(String configId) {
        this.configId = configId;
    }

    /** The line with its condition blanked out, or null when it does not hold. */
    @Nullable
    SourceLine apply(SourceLine line, int at) {
        String text = line.text();
        boolean negated = at + 1 < text.length() && text.charAt(at + 1) == '^';
        int begin = negated ? at + 2 : at + 1;
        int end = Blanks.wordEnd(text, begin);
        boolean holds = text.substring(begin, end).equals(configId) != negated;
        return holds
                ? new SourceLine(
                        Blanks.blankOut(text, end), line.file(), line.number(), line.original(), line.expansions())
                : null;
    }
}

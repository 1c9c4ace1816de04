package dev.pollux.grammar.source;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an include must fulfil; otherwise the reading ends with exit code 6.
 *
 * @param read every file named can be read and is a plain file
 * @param match a name without wildcard exists
 * @param wildcard a name with wildcard matches something
 * @param braces every alternative in braces exists
 */
record IncludeCheck(boolean read, boolean match, boolean wildcard, boolean braces) {

    private static final List<String> NAMES = List.of("read", "match", "wildcard_match", "brace_match");

    static final IncludeCheck NONE = new IncludeCheck(false, false, false, false);
    static final IncludeCheck READ = new IncludeCheck(true, false, false, false);
    static final IncludeCheck MATCH = new IncludeCheck(true, true, false, false);
    static final IncludeCheck WILDCARD = new IncludeCheck(true, true, true, false);
    static final IncludeCheck BRACES = new IncludeCheck(true, true, false, true);
    static final IncludeCheck ALL = new IncludeCheck(true, true, true, true);

    /** As {@code include_check} changes it: {@code [+|-][read|match|wildcard_match|brace_match] ...}; nothing means all. */
    IncludeCheck changed(String arguments) {
        if (arguments.isBlank()) {
            return ALL;
        }
        boolean[] checks = {read, match, wildcard, braces};
        boolean first = true;
        for (String word : arguments.trim().split("[ \t]+", -1)) {
            boolean relative = word.startsWith("-") || word.startsWith("+");
            if (first && !relative) {
                Arrays.fill(checks, false);
            }
            first = false;
            int which = NAMES.indexOf(relative ? word.substring(1) : word);
            if (which >= 0) {
                checks[which] = !word.startsWith("-");
            }
        }
        return new IncludeCheck(checks[0], checks[1], checks[2], checks[3]);
    }

    /** The check of a line that begins with this word; null: not an include. */
    static @Nullable IncludeCheck of(String keyword, IncludeCheck current) {
        return switch (keyword) {
            case "include" -> current;
            case "includer" -> READ;
            case "includem" -> MATCH;
            case "includew" -> WILDCARD;
            case "includeb" -> BRACES;
            case "includea" -> ALL;
            default -> null;
        };
    }
}

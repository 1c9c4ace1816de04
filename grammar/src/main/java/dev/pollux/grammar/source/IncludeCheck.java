package dev.pollux.grammar.source;

/**
 * What an include must fulfil; otherwise the reading ends with exit code 6.
 *
 * @param read every file named can be read and is a plain file
 * @param match a name without wildcard exists
 * @param wildcard a name with wildcard matches something
 * @param braces every alternative in braces exists
 */
record IncludeCheck(boolean read, boolean match, boolean wildcard, boolean braces) {

    static final IncludeCheck NONE = new IncludeCheck(false, false, false, false);
    static final IncludeCheck READ = new IncludeCheck(true, false, false, false);
    static final IncludeCheck MATCH = new IncludeCheck(true, true, false, false);
    static final IncludeCheck WILDCARD = new IncludeCheck(true, true, true, false);
    static final IncludeCheck BRACES = new IncludeCheck(true, true, false, true);
    static final IncludeCheck ALL = new IncludeCheck(true, true, true, true);

    /** The check of a line that begins with this word; null: not an include. */
    static @org.jspecify.annotations.Nullable IncludeCheck of(String keyword, IncludeCheck current) {
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

package dev.pollux.grammar.source;

/** Takes comments away: {@code #} or {@code !} outside double quotes, up to the end of the line, also glued to a word. */
final class CommentStripper {

    private CommentStripper() {}

    /** The line without its comment. {@code \#} and {@code \!} give the character itself. */
    static String strip(String line) {
        return line.indexOf('#') < 0 && line.indexOf('!') < 0 ? line : stripCommented(line);
    }

    /** The same with its place; blanks at the end go too. */
    static SourceLine strip(SourceLine raw) {
        String text = strip(raw.text());
        boolean unchanged = text.length() == raw.text().length() && !endsWithBlank(text);
        return unchanged
                ? raw
                : new SourceLine(
                        withoutTrailingBlanks(text), raw.file(), raw.number(), raw.original(), raw.expansions());
    }

    /** As {@link #strip(SourceLine)}, but a backslash at the end of the comment stays: the definition goes on. */
    static SourceLine stripOfDefinition(SourceLine raw) {
        SourceLine line = strip(raw);
        return hidesBackslash(raw, line)
                ? new SourceLine(line.text() + "\\", raw.file(), raw.number(), raw.original(), raw.expansions())
                : line;
    }

    /** Whether the comment that was taken away ends with a backslash. */
    static boolean hidesBackslash(SourceLine raw, SourceLine stripped) {
        return raw.text().endsWith("\\") && !stripped.text().endsWith("\\");
    }

    private static boolean endsWithBlank(String text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) <= ' ';
    }

    private static String withoutTrailingBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static String stripCommented(String line) {
        boolean quoted = false;
        int end = line.length();
        boolean escapes = false;
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '#' || c == '!')) {
                if (i > 0 && line.charAt(i - 1) == '\\') {
                    escapes = true;
                } else {
                    end = i;
                }
            }
        }
        String kept = line.substring(0, end);
        return escapes ? kept.replace("\\#", "#").replace("\\!", "!") : kept;
    }
}

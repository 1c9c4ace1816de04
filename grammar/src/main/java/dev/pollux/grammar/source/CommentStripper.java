package dev.pollux.grammar.source;

/** Takes comments away: {@code #} or {@code !} outside double quotes, up to the end of the line, also glued to a word. */
final class CommentStripper {

    private CommentStripper() {}

    /** The line without its comment. {@code \#} and {@code \!} give the character itself. */
    static String strip(String line) {
        return line.indexOf('#') < 0 && line.indexOf('!') < 0 ? line : stripCommented(line);
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

package dev.pollux.grammar.diagnostic;

/**
 * Findings as text for people:
 *
 * <pre>
 * keepalived.conf:7:5: error: unknown keyword 'priorty' in vrrp_instance; did you mean 'priority'?
 *     priorty 150
 *     ^~~~~~~
 * common.conf:2:1: note: expanded from $PRIO defined here
 * </pre>
 */
public final class DiagnosticRenderer {

    private static final int WIDTH = 160;

    private DiagnosticRenderer() {}

    /** The line itself, the source line with a caret, and the notes, each line ended by a newline. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder(200);
        out.append(diagnostic).append('\n');
        appendSource(out, diagnostic.span());
        for (Diagnostic.Note note : diagnostic.notes()) {
            out.append(note.span()).append(": note: ").append(note.message()).append('\n');
            appendSource(out, note.span());
        }
        return out.toString();
    }

    private static void appendSource(StringBuilder out, SourceSpan span) {
        if (span.column() == 0 || span.text().isEmpty()) {
            return;
        }
        String text = span.text();
        int begin = Math.max(0, span.column() - 1 - WIDTH / 2);
        int end = Math.min(text.length(), begin + WIDTH);
        out.append("    ");
        for (int i = begin; i < end; i++) {
            out.append(visible(text.charAt(i)));
        }
        out.append("\n    ");
        for (int i = begin; i < Math.min(end, span.column() - 1); i++) {
            out.append(text.charAt(i) == '\t' ? '\t' : ' ').append(isWide(text.charAt(i)) ? " " : "");
        }
        out.append('^');
        for (int i = 1; i < span.length() && span.column() - 1 + i < end; i++) {
            out.append(isWide(text.charAt(span.column() - 1 + i)) ? "~~" : "~");
        }
        out.append('\n');
    }

    /** Control characters would move the cursor of a terminal, or worse. */
    private static char visible(char c) {
        return Character.isISOControl(c) && c != '\t' ? '?' : c;
    }

    /** Chinese, Japanese and Korean characters take two columns in a terminal. */
    private static boolean isWide(char c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60));
    }
}

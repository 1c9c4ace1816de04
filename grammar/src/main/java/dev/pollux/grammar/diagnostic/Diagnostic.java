package dev.pollux.grammar.diagnostic;

import java.util.List;

/**
 * One finding.
 *
 * @param message what is wrong and what was done about it
 * @param hint what to write instead; empty: nothing to suggest
 * @param notes where the text came from or what it clashes with
 */
public record Diagnostic(
        DiagnosticCode code, Severity severity, SourceSpan span, String message, String hint, List<Note> notes) {

    public Diagnostic {
        notes = List.copyOf(notes);
    }

    /** What this finding does to the exit code of {@code -t}: notices never change it. */
    public ExitClass exitClass() {
        return severity == Severity.NOTICE ? ExitClass.NONE : code.exitClass();
    }

    /** One line: {@code FILE:LINE:COL: error: message; hint}. */
    @Override
    public String toString() {
        String line = span + ": " + severity.label() + ": " + message;
        return hint.isEmpty() ? line : line + "; " + hint;
    }

    /** A second place that explains the first. */
    public record Note(SourceSpan span, String message) {}
}

package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.diagnostic.Severity;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/** Reports about words and places of a configuration. */
public final class Reports {

    private final Diagnostics diagnostics;

    public Reports(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    public void add(DiagnosticCode code, Word word, String message, String hint) {
        diagnostics.add(new Diagnostic(
                code,
                code.severity(),
                word.line().span(word.start(), word.end()),
                message,
                hint,
                word.line().notes(word.start(), word.end())));
    }

    public void add(DiagnosticCode code, SourceSpan span, String message, String hint) {
        diagnostics.add(new Diagnostic(code, code.severity(), span, message, hint, List.of()));
    }

    /** About a place, with a second one. */
    public void add(DiagnosticCode code, SourceSpan span, String message, String hint, Diagnostic.Note note) {
        diagnostics.add(new Diagnostic(code, code.severity(), span, message, hint, List.of(note)));
    }

    /** With a second place, for example that of the first definition of a duplicate. */
    public void add(DiagnosticCode code, Word word, String message, String hint, Diagnostic.Note note) {
        List<Diagnostic.Note> notes = new ArrayList<>(word.line().notes(word.start(), word.end()));
        notes.add(note);
        diagnostics.add(new Diagnostic(
                code, code.severity(), word.line().span(word.start(), word.end()), message, hint, notes));
    }

    /** A finding whose severity is not the usual one of its code. */
    public void add(DiagnosticCode code, Severity severity, SourceSpan span, String message, String hint) {
        diagnostics.add(new Diagnostic(code, severity, span, message, hint, List.of()));
    }
}

package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Diagnostics;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.util.List;

/** Reports about places in source lines. */
final class SourceReports {

    private final Diagnostics diagnostics;

    SourceReports(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** About the whole text of a line, from its first character that is not a blank. */
    void add(DiagnosticCode code, SourceLine line, String message, String hint) {
        int start = Blanks.skip(line.text(), 0);
        add(code, line, new int[] {start, Math.max(start + 1, line.text().length())}, message, hint);
    }

    /** About the characters {@code range[0]} to {@code range[1]}, excluded. */
    void add(DiagnosticCode code, SourceLine line, int[] range, String message, String hint) {
        diagnostics.add(new Diagnostic(
                code, code.severity(), line.span(range[0], range[1]), message, hint, line.notes(range[0], range[1])));
    }

    /** About a file as a whole. */
    void add(DiagnosticCode code, String file, String message, String hint) {
        diagnostics.add(new Diagnostic(code, code.severity(), SourceSpan.file(file), message, hint, List.of()));
    }
}

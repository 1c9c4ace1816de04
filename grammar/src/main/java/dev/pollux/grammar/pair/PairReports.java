package dev.pollux.grammar.pair;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Severity;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** Findings about two places, one in each file. */
final class PairReports {

    private final List<Diagnostic> findings = new ArrayList<>();

    /** Something that must be the same is not. */
    void differs(Places places, Severity severity, String message, String hint) {
        add(DiagnosticCode.PAIR_DIFFERS, places, severity, message, hint);
    }

    /** Both claim what only one can have. */
    void conflicts(Places places, Severity severity, String message, String hint) {
        add(DiagnosticCode.PAIR_CONFLICT, places, severity, message, hint);
    }

    /** One director has something that the other lacks. */
    void lacks(Places places, Severity severity, String message, String hint) {
        add(DiagnosticCode.PAIR_LACKS, places, severity, message, hint);
    }

    private void add(DiagnosticCode code, Places places, Severity severity, String message, String hint) {
        Diagnostic.Note other = new Diagnostic.Note(places.second(), "the other director");
        findings.add(new Diagnostic(code, severity, places.first(), message, hint, List.of(other)));
    }

    List<Diagnostic> list() {
        return List.copyOf(findings);
    }

    /** Where a finding shows on each side. */
    record Places(SourceSpan first, SourceSpan second) {}
}

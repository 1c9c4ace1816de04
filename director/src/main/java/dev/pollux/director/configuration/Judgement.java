package dev.pollux.director.configuration;

import dev.pollux.director.ExitCode;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticRenderer;
import dev.pollux.grammar.diagnostic.Severity;
import java.nio.file.Path;

/** What is to be said of one file. */
record Judgement(Path file, ReadResult result) {

    /** What {@code -t} ends with. */
    int exitCode() {
        return result.usable() ? result.exitCode() : ExitCode.NO_CONFIGURATION.number();
    }

    /** Whether the director would start with it. */
    boolean runs() {
        return Verdict.atStart(result) == Verdict.RUN;
    }

    /** Findings that count: notices are our own, keepalived does not make them. */
    int problems(boolean strict) {
        int count = 0;
        for (Diagnostic finding : result.diagnostics()) {
            if (strict || finding.severity() != Severity.NOTICE) {
                count++;
            }
        }
        return count;
    }

    /** Every finding with its source line. */
    String details() {
        StringBuilder text = new StringBuilder();
        for (Diagnostic finding : result.diagnostics()) {
            text.append(DiagnosticRenderer.render(finding));
        }
        return text.toString();
    }
}

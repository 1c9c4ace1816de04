package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.Severity;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.schema.Reports;
import java.util.HashSet;
import java.util.Set;

/** What all blocks of one reading share: where to complain, and what the machine is like. */
final class Context {

    private final Reports reports;
    private final HostFacts host;
    private boolean vrrpStarts = true;
    private final Set<String> missingInterfaces = new HashSet<>();

    Context(Reports reports, HostFacts host) {
        this.reports = reports;
        this.host = host;
    }

    HostFacts host() {
        return host;
    }

    Reports reports() {
        return reports;
    }

    void report(DiagnosticCode code, SourceSpan span, String message, String hint) {
        reports.add(code, span, message, hint);
    }

    /** Two settings of an instance exclude each other. */
    void contradiction(InstanceDraft draft, String message, String hint) {
        report(DiagnosticCode.CONTRADICTION, draft.span, draft.describe() + ": " + message, hint);
    }

    /** As {@link #report}, never changing the exit code of {@code -t}: keepalived does not mind. */
    void remark(SourceSpan span, String message, String hint) {
        reports.add(DiagnosticCode.REMARK, Severity.NOTICE, span, message, hint);
    }

    /** False when keepalived would not start VRRP for want of an interface. */
    boolean vrrpStarts() {
        return vrrpStarts;
    }

    /** Says once for each interface that the machine does not have it. */
    void needInterface(String name, SourceSpan span, String user) {
        boolean missing = !host.interfaceExists(name);
        vrrpStarts &= !missing;
        if (missing && missingInterfaces.add(name)) {
            report(
                    DiagnosticCode.UNKNOWN_INTERFACE,
                    span,
                    "interface " + name + " of " + user + " does not exist on this machine; it is waited for",
                    "create it or correct the name");
        }
    }

    static Diagnostic.Note note(SourceSpan span, String message) {
        return new Diagnostic.Note(span, message);
    }
}

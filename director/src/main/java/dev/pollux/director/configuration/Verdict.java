package dev.pollux.director.configuration;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;

/** Whether to run what was read. */
public enum Verdict {
    /** As it stands, or at a start with what could be understood of it. */
    RUN,
    /** There is no file, or one that it needs is missing. */
    NOTHING_TO_READ,
    /** Not like this. */
    REFUSED;

    /**
     * At the start of the director: better the instances and servers that can be understood than none, as in keepalived. An
     * interface that is not there is waited for, because at boot it may come later than the director.
     */
    public static Verdict atStart(ReadResult result) {
        if (!result.usable()) {
            return NOTHING_TO_READ;
        }
        return result.worthStarting() ? RUN : REFUSED;
    }

    /**
     * At a reload: what runs is better than anything that is not what was meant, and an interface that is not there is then
     * more likely a slip than one to come.
     */
    public static Verdict atReload(ReadResult result) {
        if (!result.usable()) {
            return NOTHING_TO_READ;
        }
        return result.hasErrors() || lacksInterface(result) ? REFUSED : RUN;
    }

    private static boolean lacksInterface(ReadResult result) {
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.code() == DiagnosticCode.UNKNOWN_INTERFACE) {
                return true;
            }
        }
        return false;
    }
}

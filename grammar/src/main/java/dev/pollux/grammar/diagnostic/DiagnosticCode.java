package dev.pollux.grammar.diagnostic;

import static dev.pollux.grammar.diagnostic.ExitClass.FATAL;
import static dev.pollux.grammar.diagnostic.ExitClass.MISSING_ARGUMENT;
import static dev.pollux.grammar.diagnostic.ExitClass.NONE;
import static dev.pollux.grammar.diagnostic.ExitClass.REPORTED;
import static dev.pollux.grammar.diagnostic.ExitClass.SECURITY;
import static dev.pollux.grammar.diagnostic.Severity.ERROR;
import static dev.pollux.grammar.diagnostic.Severity.NOTICE;
import static dev.pollux.grammar.diagnostic.Severity.WARNING;

import java.util.Locale;

/** Kinds of finding: stable names for tools, with the usual severity and effect on the exit code of {@code -t}. */
public enum DiagnosticCode {
    /** Settings that exclude each other; one of them is dropped. */
    CONTRADICTION(WARNING, REPORTED),
    /** An old name or form that still works. */
    DEPRECATED(WARNING, REPORTED),
    /** Defined twice where once is allowed. */
    DUPLICATE(ERROR, REPORTED),
    /** A character that looks like a blank or text that is not UTF-8. */
    ENCODING(WARNING, REPORTED),
    /** Definitions or includes that would never end, or nest too deep. */
    EXPANSION_LIMIT(ERROR, REPORTED),
    /** A closing brace that closes nothing. */
    EXTRA_BRACE(ERROR, REPORTED),
    /** An interface that this machine does not have, where keepalived gives up. */
    FATAL_INTERFACE(WARNING, FATAL),
    /** A block or setting without what it needs; it is left out. */
    INCOMPLETE(ERROR, REPORTED),
    /** An include whose check failed. */
    INCLUDE_CHECK(ERROR, SECURITY),
    /** An include that matches nothing. */
    INCLUDE_EMPTY(WARNING, NONE),
    /** An argument of the wrong form. */
    INVALID_VALUE(ERROR, REPORTED),
    /** A setting that nothing is given for, where keepalived says which default it takes. */
    MISSING_SETTING(WARNING, REPORTED),
    /** Something that keepalived can do and this director cannot. */
    LIMITATION(ERROR, NONE),
    /** A keyword without its argument. */
    MISSING_ARGUMENT_VALUE(WARNING, MISSING_ARGUMENT),
    /** A brace that is not there. */
    MISSING_BRACE(ERROR, REPORTED),
    /** A configuration file that is not there or cannot be read; keepalived's {@code -t} calls that success. */
    MISSING_FILE(ERROR, FATAL),
    /** A known keyword in a block that does not have it. */
    MISPLACED_KEYWORD(ERROR, REPORTED),
    /** Accepted, but nothing acts on it yet. */
    NOT_ACTED_ON(NOTICE, NONE),
    /** A number, time or list outside its range. */
    OUT_OF_RANGE(ERROR, REPORTED),
    /** Both directors of a pair claim what only one can have. */
    PAIR_CONFLICT(ERROR, NONE),
    /** Something that must be the same in both directors of a pair is not. */
    PAIR_DIFFERS(ERROR, NONE),
    /** One director of a pair has something that the other lacks. */
    PAIR_LACKS(ERROR, NONE),
    /** A script that cannot be run as asked. */
    SCRIPT(WARNING, REPORTED),
    /** Scripts are configured and script security is not. */
    SCRIPT_SECURITY(WARNING, SECURITY),
    /** A setting that works, but hardly as meant. */
    SUSPICIOUS(WARNING, REPORTED),
    /** Something this director cannot do on this kernel. */
    UNSUPPORTED(WARNING, REPORTED),
    /** An opening brace that opens nothing. */
    UNEXPECTED_BRACE(ERROR, REPORTED),
    /** A host name that stands for no address. */
    UNKNOWN_HOST(WARNING, REPORTED),
    /** An interface that this machine does not have. */
    UNKNOWN_INTERFACE(WARNING, REPORTED),
    /** A word that is no keyword here or elsewhere. */
    UNKNOWN_KEYWORD(ERROR, REPORTED),
    /** A name that nothing defines. */
    UNKNOWN_NAME(ERROR, REPORTED),
    /** A double quote without its partner. */
    UNTERMINATED_QUOTE(ERROR, REPORTED),
    /** Findings of our own: legal, followed as written, but worth a second look. */
    REMARK(NOTICE, NONE);

    private final Severity severity;
    private final ExitClass exitClass;

    DiagnosticCode(Severity severity, ExitClass exitClass) {
        this.severity = severity;
        this.exitClass = exitClass;
    }

    public Severity severity() {
        return severity;
    }

    public ExitClass exitClass() {
        return exitClass;
    }

    /** Lower case with hyphens, for example {@code unknown-keyword}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

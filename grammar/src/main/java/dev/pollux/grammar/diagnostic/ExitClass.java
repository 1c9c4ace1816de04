package dev.pollux.grammar.diagnostic;

/** What a finding does to the exit code of {@code -t}, as keepalived 2.2.7 decides it. */
public enum ExitClass {
    /** Nothing: keepalived does not report this, or only logs it. */
    NONE(0),
    /** A keyword without its mandatory argument: keepalived stops reading there. */
    MISSING_ARGUMENT(2),
    /** Fatal to keepalived's start, unless a milder problem hides it. */
    FATAL(4),
    /** Any other reported problem. */
    REPORTED(5),
    /** Scripts without script security, or an include that failed its check. */
    SECURITY(6);

    private final int code;

    ExitClass(int code) {
        this.code = code;
    }

    /** The exit code when this class decides it. */
    public int code() {
        return code;
    }
}

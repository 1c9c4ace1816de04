package dev.pollux.director;

/** How the director ends. The numbers are keepalived's where it has one; docs/exit-codes.md explains them. */
public enum ExitCode {
    OK(0),
    /** Bad command line, or something without which nothing can run. */
    FATAL(1),
    /** The configuration cannot be run. */
    CONFIGURATION(2),
    /** The process lacks a capability. */
    PERMISSION(4),
    /** There is no configuration to read. */
    NO_CONFIGURATION(6),
    /** A defect of the program: the supervisor starts it again. */
    INTERNAL(70),
    /** The configuration needs a larger heap: the supervisor has been told how large. */
    HEAP(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process returns. */
    public int number() {
        return number;
    }
}

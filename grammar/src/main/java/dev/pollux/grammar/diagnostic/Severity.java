package dev.pollux.grammar.diagnostic;

/** How bad a finding is. */
public enum Severity {
    /** Something the file asks for is not done as written. */
    ERROR("error"),
    /** The file is followed, with an assumption or a correction that is named. */
    WARNING("warning"),
    /** Good to know; keepalived would not say it, so that it never changes an exit code. */
    NOTICE("notice");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** Lower case, as in a rendered line. */
    public String label() {
        return label;
    }
}

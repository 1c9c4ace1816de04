package dev.pollux.grammar.schema;

/**
 * What becomes of a keyword.
 *
 * @param kind whether anything acts on it
 * @param reason for people, where the kind needs one; else empty
 */
public record Support(Kind kind, String reason) {

    public static final Support ACTED_ON = new Support(Kind.ACTED_ON, "");
    public static final Support NOT_YET = new Support(Kind.NOT_YET, "");

    /** Accepted for good, although nothing will ever act on it. */
    public static Support without(String reason) {
        return new Support(Kind.WITHOUT_EFFECT, reason);
    }

    public enum Kind {
        ACTED_ON,
        /** Read and checked; its feature is not built. */
        NOT_YET,
        /** Read and checked; it has no meaning in this program. */
        WITHOUT_EFFECT
    }
}

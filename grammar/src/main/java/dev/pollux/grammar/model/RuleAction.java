package dev.pollux.grammar.model;

/**
 * What a rule does.
 *
 * @param table for {@link Kind#TABLE}; else 0
 * @param target priority, for {@link Kind#GOTO}; else 0
 * @param realms {@code SOURCE/DESTINATION}, 16 bits each; 0: none
 * @param suppressPrefixLength -1: not said
 * @param suppressGroup -1: not said
 */
public record RuleAction(Kind kind, int table, long target, int realms, int suppressPrefixLength, int suppressGroup) {

    /** The kinds of ip-rule(8). */
    public enum Kind {
        TABLE,
        GOTO,
        NOP,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT,
        /** The table of the interface's VRF. */
        L3MDEV
    }
}

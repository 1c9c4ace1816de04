package dev.pollux.linux.route;

/**
 * What a rule does with packets that fit.
 *
 * @param kind {@code FR_ACT_}
 * @param table to look into, 0: none, or that of the interface's VRF
 * @param target priority of the rule to go on with, for {@link Kind#GOTO}
 * @param realms source realm in the upper and destination realm in the lower 16 bits; 0: none
 * @param suppressPrefixLength routes of no more bits do not count; -1: all do
 * @param suppressGroup routes over interfaces of this group do not count; -1: all do
 * @param virtualRouting the table is that of the interface's VRF ({@code l3mdev})
 */
public record RuleAction(
        Kind kind,
        int table,
        long target,
        int realms,
        int suppressPrefixLength,
        int suppressGroup,
        boolean virtualRouting) {

    /** Looks into a table. */
    public static RuleAction lookup(int table) {
        return new RuleAction(Kind.TABLE, table, 0, 0, -1, -1, false);
    }

    /** {@code FR_ACT_} of linux/fib_rules.h. */
    public enum Kind {
        TABLE(1),
        GOTO(2),
        NOTHING(3),
        BLACKHOLE(6),
        UNREACHABLE(7),
        PROHIBIT(8);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Kind of(int number) {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            return NOTHING;
        }
    }
}

package dev.pollux.grammar.bind;

/**
 * A keyword that is accepted although nothing acts on it.
 *
 * @param block the block it stands in; empty: the top level
 * @param reason why nothing ever will; empty: its feature is not built yet
 * @param place {@code FILE:LINE} of the first use
 * @param uses how often the configuration has it
 */
public record AcceptedKeyword(String block, String keyword, String reason, String place, int uses) {

    AcceptedKeyword again() {
        return new AcceptedKeyword(block, keyword, reason, place, uses + 1);
    }

    /** {@code vrrp_script weight (pair.conf:12, 3 times)}. */
    @Override
    public String toString() {
        String times = uses == 1 ? "" : ", " + uses + " times";
        return (block.isEmpty() ? "" : block + " ") + keyword + " (" + place + times + ")";
    }
}

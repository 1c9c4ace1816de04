package dev.pollux.linux.nftables;

/**
 * What a table is called.
 *
 * @param family {@code inet}, {@code ip}, {@code ip6}, ...
 * @param name letters, digits, {@code _}, beginning with a letter: anything else would have to be quoted in scripts
 */
public record TableName(String family, String name) {

    /** As scripts write it: {@code inet filter}. */
    @Override
    public String toString() {
        return family + " " + name;
    }
}

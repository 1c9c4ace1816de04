package dev.pollux.grammar.model;

/**
 * The packet filter's tables of the director, one for each family.
 *
 * @param table {@code nftables}: their name
 * @param priority {@code nftables_priority}: place among the chains of others, lowest first
 * @param counters {@code nftables_counters}: rules count packets
 */
public record FirewallSettings(String table, int priority, boolean counters) {

    public static FirewallSettings defaults() {
        return new FirewallSettings("keepalived", -1, false);
    }
}

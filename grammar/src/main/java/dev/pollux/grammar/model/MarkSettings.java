package dev.pollux.grammar.model;

/**
 * {@code nftables_ipvs}: the addresses of a {@code virtual_server_group} are one service for each protocol, by a firewall mark
 * that a table of nftables sets.
 *
 * @param table the table's name: letters, digits and _, beginning with a letter
 * @param priority {@code nftables_ipvs_priority}: place among the chains of others, lowest first
 * @param firstMark {@code nftables_ipvs_start_fwmark}: 1 to 2^32-1
 */
public record MarkSettings(String table, int priority, long firstMark) {

    public static MarkSettings defaults() {
        return new MarkSettings("keepalived_ipvs", -1, 1000);
    }
}

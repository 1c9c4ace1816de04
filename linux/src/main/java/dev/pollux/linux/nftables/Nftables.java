package dev.pollux.linux.nftables;

import java.util.Optional;

/** The rules of one network namespace. Every call waits for the kernel. */
public interface Nftables {

    /** Those of the calling thread's namespace. */
    static Nftables system() {
        return new NftTool();
    }

    /**
     * Applies a script, all of it or nothing: the kernel sees one transaction.
     *
     * @param script commands as {@code nft -f} reads them; to replace a table, {@code add table} it, {@code delete table} it
     *     and define it, in one script
     * @throws NftablesException when it was not applied; the message names the line and the reason
     */
    void apply(String script);

    /**
     * A number that differs after every change of any table, by whomever. Costs one system call.
     *
     * @throws dev.pollux.linux.syscall.SystemCallException when the kernel does not tell
     */
    int generation();

    /**
     * Reads a table.
     *
     * @return empty when there is no such table
     * @throws NftablesException when it cannot be read
     */
    Optional<TableListing> read(TableName table);
}

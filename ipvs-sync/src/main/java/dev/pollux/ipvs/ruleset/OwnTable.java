package dev.pollux.ipvs.ruleset;

import dev.pollux.linux.nftables.TableListing;
import dev.pollux.linux.nftables.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table that belongs to the director, as scripts for nft(8). Immutable.
 *
 * @param <T> itself
 */
public interface OwnTable<T extends OwnTable<T>> {

    TableName name();

    /** Makes the table, in place of one that may be there. */
    String creation();

    /** Changes the table from what {@code old}, one of the same name, made it; empty where there is nothing to change. */
    String change(T old);

    /**
     * What sets and maps hold, as {@link TableListing#elements} has it.
     *
     * @param written how nft showed the table just after it was written
     */
    Map<String, Set<List<String>>> elements(TableListing written);

    /** Removes the table if it is there. */
    default String removal() {
        return "add table " + name() + "\ndelete table " + name() + "\n";
    }
}

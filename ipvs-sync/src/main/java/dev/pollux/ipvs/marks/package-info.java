/**
 * {@code nftables_ipvs}: the addresses of a group are one service for each protocol, by a firewall mark that an nftables table
 * of ours sets. Which mark is whose is decided by {@link dev.pollux.ipvs.marks.GroupMarks}, a value that the engine carries.
 *
 * <p>Depends on the grammar's model, {@code linux} and {@code ruleset}. The table is owned by the {@code host} loop.
 */
@NullMarked
package dev.pollux.ipvs.marks;

import org.jspecify.annotations.NullMarked;

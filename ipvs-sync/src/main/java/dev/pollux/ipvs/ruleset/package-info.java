/**
 * nftables tables of our own: what they should hold is written in one transaction, read back, and put right where somebody
 * else has changed it.
 *
 * <p>Depends on the grammar's model and {@code linux}. Owned by the {@code host} loop, since nft(8) is waited for.
 */
@NullMarked
package dev.pollux.ipvs.ruleset;

import org.jspecify.annotations.NullMarked;

/**
 * FULLNAT on an unpatched kernel: IPVS masquerades the destination, an nftables table of ours translates the source of the
 * same connections to local addresses, and {@code net.ipv4.vs.conntrack} ties the two together (docs/fullnat.md).
 *
 * <p>Depends on the grammar's model, {@code linux} and of this module on the loader of modules, {@code ruleset}, {@code
 * table} and what carries ipvsadm's words: {@code admin} and {@code override}. Owned by the {@code host} loop, since
 * nftables, addresses and settings of the network may wait for its lock. Port use is counted on {@code lvs}.
 */
@NullMarked
package dev.pollux.ipvs.fullnat;

import org.jspecify.annotations.NullMarked;

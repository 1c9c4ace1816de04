/**
 * Rules of the kernel's packet filter and address translation, through the {@code nft} program (nft(8)): a script is
 * applied in one transaction, a table is read back for comparison. Why the program and not netlink: docs/decisions/0006.
 *
 * <p>Depends on {@code netlink}. Calls wait for a child process, so they belong on a loop that may wait, {@code rtnl} or
 * {@code host}, never on {@code vrrp} or {@code lvs}. The child works in the network namespace of the calling thread.
 */
@NullMarked
package dev.pollux.linux.nftables;

import org.jspecify.annotations.NullMarked;

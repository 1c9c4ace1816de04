/**
 * The kernel's table of tracked connections, read through ctnetlink (linux/netfilter/nfnetlink_conntrack.h).
 *
 * <p>Depends on {@code netlink}. Belongs to whichever loop owns the client; reading takes time in proportion to the table.
 */
@NullMarked
package dev.pollux.linux.conntrack;

import org.jspecify.annotations.NullMarked;

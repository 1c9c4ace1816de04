/**
 * Listings of IPVS in the very form of ipvsadm 1.31, which scripts read: table, counters, rates, connections, timeouts and
 * daemons. Pure functions of what the kernel said; depends on the packages {@code table} and {@code kernel}.
 */
@NullMarked
package dev.pollux.ipvs.listing;

import org.jspecify.annotations.NullMarked;

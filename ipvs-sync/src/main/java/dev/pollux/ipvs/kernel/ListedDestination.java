package dev.pollux.ipvs.kernel;

import dev.pollux.ipvs.table.DestinationKey;

/**
 * One destination as {@code /proc/net/ip_vs} lists it: without thresholds, tunnel settings and traffic.
 *
 * @param method as in {@code IPVS_DEST_ATTR_FWD_METHOD}
 */
record ListedDestination(DestinationKey key, int method, int weight, long active, long inactive) {}

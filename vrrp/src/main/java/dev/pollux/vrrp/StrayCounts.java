package dev.pollux.vrrp;

/**
 * Packets that reached no virtual router.
 *
 * @param malformed too short or with an impossible IP header
 * @param unknownRouter for a VRID that is not configured on the interface
 */
public record StrayCounts(long malformed, long unknownRouter) {}

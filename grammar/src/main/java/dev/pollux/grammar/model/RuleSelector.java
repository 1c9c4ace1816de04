package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * Which packets a rule is for.
 *
 * @param source {@code from}; null: all
 * @param destination {@code to}; null: all
 * @param typeOfService 0: any
 * @param mark {@code fwmark}
 * @param markMask 0: whatever the mark
 * @param incoming {@code iif}; empty: any
 * @param outgoing {@code oif}; empty: any
 * @param tunnelId 0: any
 * @param users {@code uidrange}; null: any
 * @param protocol {@code ipproto}; 0: any
 */
public record RuleSelector(
        @Nullable IpPrefix source,
        @Nullable IpPrefix destination,
        int typeOfService,
        long mark,
        long markMask,
        String incoming,
        String outgoing,
        long tunnelId,
        @Nullable Range users,
        int protocol,
        @Nullable Range sourcePorts,
        @Nullable Range destinationPorts) {

    /** Numbers from the first to the last. */
    public record Range(long first, long last) {
        @Override
        public String toString() {
            return first + "-" + last;
        }
    }
}

package dev.pollux.vrrp;

import java.util.HashSet;
import java.util.Set;

/**
 * Lets a line through once, until the router changes state: what a neighbour sends wrongly it sends with every advert. A flood
 * of different lines (forged senders) ends in silence too.
 */
final class RepeatFilter {

    private static final int MOST = 64;

    private final Set<String> seen = new HashSet<>();

    boolean isNew(String line) {
        return seen.size() < MOST && seen.add(line);
    }

    void forget() {
        seen.clear();
    }
}

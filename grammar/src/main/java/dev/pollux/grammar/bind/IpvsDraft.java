package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.IpvsSettings;

/** What {@code global_defs} says of IPVS, while it is being read. */
final class IpvsDraft {

    boolean flushAtStart;
    boolean flushOnStop;

    IpvsSettings complete() {
        return new IpvsSettings(flushAtStart, flushOnStop);
    }
}

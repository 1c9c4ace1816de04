package dev.pollux.linux.netlink;

import java.util.Optional;

/** Makes a value of one answer. The reader stands at the family's fixed header. */
@FunctionalInterface
public interface NetlinkDecoder<T> {

    /** The value, or empty to pass over this message. What it misreads is remembered by the reader. */
    Optional<T> decode(NetlinkReader message);
}

package dev.pollux.vrrp.address;

import org.jspecify.annotations.Nullable;

/**
 * Something that the kernel did not do for a holder.
 *
 * @param entry null: it is about all of the holder's addresses
 * @param reason in the kernel's words
 */
public record EntryFailure(Kind kind, @Nullable BoundEntry entry, String reason) {

    /** What did not happen. */
    public enum Kind {
        /** The entry was not added. */
        REFUSED,
        /** The answer was lost: it may have been added. */
        UNKNOWN,
        /** The packet filter does not do what it should for the addresses. */
        UNGUARDED,
        /** The entry was not removed, and nobody counts on it any more. */
        LEFT
    }

    /** Whether the holder lacks something, so that trying again makes sense. */
    public boolean lacking() {
        return kind != Kind.LEFT;
    }

    /** What this is about, for people. */
    public String subject() {
        return entry == null ? "rules of the packet filter" : entry.toString();
    }

    @Override
    public String toString() {
        String verb =
                switch (kind) {
                    case REFUSED, UNKNOWN -> "add";
                    case UNGUARDED -> "set";
                    case LEFT -> "remove";
                };
        return "cannot " + verb + " " + subject() + ": " + reason;
    }
}

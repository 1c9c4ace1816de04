package dev.pollux.vrrp.bfd.packet;

import java.util.Locale;

/** Why a received packet was not acted upon; each names the counter that it is charged to. */
public enum DropReason {
    /** Not version 1 (RFC 5880 6.8.6). */
    VERSION,
    /** Shorter than a control packet, or than it says itself. */
    LENGTH,
    /** A detection multiplier of zero. */
    MULTIPLIER,
    /** The bit that is reserved for many receivers is set. */
    MULTIPOINT,
    /** The sender gives no discriminator of its own. */
    MY_DISCRIMINATOR,
    /** The sender does not know our discriminator, in a state where it must. */
    YOUR_DISCRIMINATOR,
    /** It carries authentication, which no session here uses. */
    AUTHENTICATION,
    /** It came from farther away than allowed (RFC 5881 5). */
    TTL,
    /** No session has this discriminator, or this neighbour. */
    UNKNOWN_SESSION,
    /** The discriminator is of a session with another neighbour. */
    WRONG_SENDER;

    /** Name of the counter, without prefix. */
    public String counter() {
        return name().toLowerCase(Locale.ROOT);
    }
}

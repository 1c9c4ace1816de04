package dev.pollux.director.cli;

import java.util.Locale;

/** How the director brings requests to a real server, which decides what the server needs. */
public enum RealServerMode {
    /** A default route through the director. */
    NAT,
    /** The virtual address, hidden from the LAN. */
    DR,
    /** The virtual address behind a tunnel's end. */
    TUN,
    /** A route to the director's local addresses. */
    FULLNAT;

    /** As it stands on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the virtual address stands on the real server. */
    public boolean holdsAddress() {
        return this == DR || this == TUN;
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where there is no such mode
     */
    static RealServerMode parse(String text) {
        for (RealServerMode mode : values()) {
            if (mode.word().equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(text + ": wanted nat, dr, tun or fullnat");
    }
}

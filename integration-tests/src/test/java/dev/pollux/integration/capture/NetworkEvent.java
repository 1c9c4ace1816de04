package dev.pollux.integration.capture;

import java.util.Locale;

/** Something that happened in the network; {@link #nanos} is wall-clock time in nanoseconds since the epoch. */
public sealed interface NetworkEvent {

    long nanos();

    /** How a person reads it in a timeline. */
    String text();

    /**
     * A VRRP advertisement entering the switch by {@code port}.
     *
     * @param priority as on the wire; 0 is a resignation
     * @param packet the whole of it, for others to dissect
     */
    record Advert(long nanos, String port, String source, int version, int vrid, int priority, CapturedPacket packet)
            implements NetworkEvent {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "%-7s advert v%d vrid %d priority %d", port, version, vrid, priority);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** An ARP packet entering the switch by {@code port}. */
    record Arp(long nanos, String port, boolean reply, String sender, String target) implements NetworkEvent {

        /** Announces its own sender to everyone (RFC 5227 section 3). */
        public boolean gratuitous() {
            return sender.equals(target);
        }

        @Override
        public String text() {
            String kind = gratuitous() ? "gratuitous ARP" : reply ? "ARP reply" : "ARP request";
            return String.format(Locale.ROOT, "%-7s %s %s -> %s", port, kind, sender, target);
        }
    }

    /** An IPv4 address coming to or going from the device of a host; the time is that of the observer waking up. */
    record AddressChange(long nanos, String host, String device, String address, boolean added)
            implements NetworkEvent {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT, "%-7s address %s %s", host + "." + device, added ? "added" : "removed", address);
        }
    }

    /** A remark of the test itself: what it did, when. */
    record Remark(long nanos, String text) implements NetworkEvent {}
}

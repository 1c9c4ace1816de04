package dev.pollux.vrrp.machine;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.TrackerKey;
import java.net.InetAddress;

/** What keeps a virtual router in FAULT. Equal causes are one cause. */
public sealed interface FaultCause {

    /** For people: completes "in FAULT because". */
    String text();

    /** The interface is not there. */
    record LinkMissing(String interfaceName) implements FaultCause {
        @Override
        public String text() {
            return "interface " + interfaceName + " does not exist";
        }
    }

    /** The interface is down or has no carrier; with a reversed tracker, it is up. */
    record LinkDown(String interfaceName) implements FaultCause {
        @Override
        public String text() {
            return "interface " + interfaceName + " is down";
        }
    }

    /** A reversed tracker: the interface is up. */
    record LinkUp(String interfaceName) implements FaultCause {
        @Override
        public String text() {
            return "interface " + interfaceName + " is up (reverse)";
        }
    }

    /** The interface cannot do multicast, and no unicast peers are configured. */
    record NoMulticast(String interfaceName) implements FaultCause {
        @Override
        public String text() {
            return "interface " + interfaceName + " has no multicast";
        }
    }

    /** The interface has no address to send adverts from. */
    record NoSourceAddress(String interfaceName, AddressFamily family) implements FaultCause {
        @Override
        public String text() {
            String what = family == AddressFamily.IPV4 ? "IPv4" : "usable IPv6 link-local";
            return "interface " + interfaceName + " has no " + what + " address";
        }
    }

    /** {@code track_src_ip}: the machine does not have the address to send adverts from. */
    record SourceMissing(InetAddress source) implements FaultCause {
        @Override
        public String text() {
            return "source address " + AddressText.of(source) + " is not on this machine";
        }
    }

    /** {@code unicast_fault_no_peer}. */
    record NoPeers() implements FaultCause {
        @Override
        public String text() {
            return "no unicast peer is configured";
        }
    }

    /** The socket for adverts could not be opened. */
    record NoSocket(String interfaceName) implements FaultCause {
        @Override
        public String text() {
            return "no VRRP socket on interface " + interfaceName;
        }
    }

    /** A script, file, process or BFD session that is tracked without weight says so. */
    record Tracked(TrackerKey key, boolean reverse) implements FaultCause {
        @Override
        public String text() {
            String sense = reverse ? " (reverse)" : "";
            return switch (key.kind()) {
                case SCRIPT -> "script " + key.name() + " " + (reverse ? "succeeds" : "failed") + sense;
                case FILE -> "the number in track file " + key.name() + " says so" + sense;
                case PROCESS ->
                    "tracked process " + key.name() + " has " + (reverse ? "its" : "no") + " quorum" + sense;
                case BFD -> "BFD session " + key.name() + " is " + (reverse ? "up" : "down") + sense;
            };
        }
    }

    /** Another member of the sync group is in FAULT. */
    record SyncGroup(String group) implements FaultCause {
        @Override
        public String text() {
            return "sync group " + group + " has a member in FAULT";
        }
    }

    /** A static entry of a track group cannot be there. */
    record StaticMissing(String entry) implements FaultCause {
        @Override
        public String text() {
            return "static " + entry + " is missing";
        }
    }
}

package dev.pollux.grammar.model;

import java.net.InetAddress;

/** What identifies one service in the kernel's IPVS table. */
public sealed interface ServiceKey {

    AddressFamily family();

    /**
     * A service by address.
     *
     * @param port 1 to 65535; 0: every port, which needs persistence
     */
    record ByAddress(TransportProtocol protocol, InetAddress address, int port) implements ServiceKey {
        @Override
        public AddressFamily family() {
            return AddressFamily.of(address);
        }

        /** By hand: that of a record takes three times as long, and a reload of thousands of services asks for it often. */
        @Override
        public int hashCode() {
            return 31 * address.hashCode() + port;
        }

        /** As keepalived writes it: {@code [192.0.2.1]:tcp:80}. */
        @Override
        public String toString() {
            return "[" + AddressText.of(address) + "]:" + protocol + ":" + port;
        }
    }

    /**
     * A service by firewall mark.
     *
     * @param mark 1 to 2^32-1
     */
    record ByFirewallMark(AddressFamily family, long mark) implements ServiceKey {
        /** As keepalived writes it: {@code FWM 7}. */
        @Override
        public String toString() {
            return "FWM " + mark;
        }
    }
}

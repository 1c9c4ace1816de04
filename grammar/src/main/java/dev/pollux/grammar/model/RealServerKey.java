package dev.pollux.grammar.model;

import java.net.InetAddress;

/**
 * What makes a real server of one virtual server the same one across a reload.
 *
 * @param port 1 to 65535; 0: the port the client asked for
 */
public record RealServerKey(InetAddress address, int port) {

    /** As keepalived writes it, with the protocol of its virtual server: {@code [192.0.2.2]:tcp:80}. */
    public String describe(TransportProtocol protocol) {
        return "[" + AddressText.of(address) + "]:" + protocol + ":" + port;
    }
}

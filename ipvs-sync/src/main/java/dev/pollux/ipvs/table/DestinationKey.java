package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.AddressText;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * What identifies one destination of a service in the kernel's table.
 *
 * @param port as the kernel holds it, 0 to 65535: the service's port for DR and TUN, 0 for a firewall mark
 */
public record DestinationKey(InetAddress address, int port) {

    /** As ipvsadm writes it: {@code 192.0.2.1:80} or {@code [2001:db8::1]:80}. */
    @Override
    public String toString() {
        return endpoint(address, port);
    }

    static String endpoint(InetAddress address, int port) {
        String text = AddressText.of(address);
        return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
    }
}

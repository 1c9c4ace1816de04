package dev.pollux.vrrp.firewall;

import java.net.InetAddress;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the packet filter shall do.
 *
 * @param refused addresses that nobody may reach on this machine, nor speak from, but for neighbour discovery; link-local ones
 *     with the interface they are on, the others with an empty name
 * @param virtualInterfaces name of each macvlan and of the interface below it
 */
public record FirewallRules(Set<Refused> refused, Map<String, String> virtualInterfaces) {

    public static final FirewallRules NONE = new FirewallRules(Set.of(), Map.of());

    public FirewallRules {
        refused = Set.copyOf(refused);
        virtualInterfaces = Map.copyOf(new TreeMap<>(virtualInterfaces));
    }

    public boolean isEmpty() {
        return refused.isEmpty() && virtualInterfaces.isEmpty();
    }

    /** An address that is not accepted, on its interface. */
    public record Refused(InetAddress address, String interfaceName) {}
}

package dev.pollux.director.realserver;

import dev.pollux.director.cli.RealServerMode;
import dev.pollux.director.cli.RealServerNeeds;
import dev.pollux.grammar.model.Forwarding.Encapsulation;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that a real server needs, in the order in which it is done: nobody may ask for an address before it is hidden. */
public final class Preparation {

    private static final String LOOPBACK = "lo";

    private Preparation() {}

    /** Pure. */
    public static List<Step> of(RealServerNeeds needs) {
        Set<Step> steps = new LinkedHashSet<>();
        InetAddress gateway = needs.gateway();
        if (needs.mode() == RealServerMode.NAT && gateway != null) {
            steps.add(new DefaultRoute(gateway));
        }
        if (needs.mode() == RealServerMode.FULLNAT && gateway != null) {
            needs.localAddresses().forEach(address -> steps.add(new LocalRoute(address, gateway)));
        }
        for (InetAddress address : needs.virtualAddresses()) {
            boolean ipv6 = address instanceof Inet6Address;
            if (!ipv6) {
                steps.addAll(List.of(ArpSetting.values()));
            }
            if (needs.mode() == RealServerMode.TUN) {
                steps.addAll(tunnel(needs.tunnel(), ipv6));
            }
            String device = needs.mode() == RealServerMode.TUN ? device(needs.tunnel(), ipv6) : LOOPBACK;
            steps.add(new HeldAddress(address, device));
        }
        return List.copyOf(steps);
    }

    private static List<Step> tunnel(RealServerNeeds.Tunnel tunnel, boolean ipv6) {
        List<Step> steps = new ArrayList<>();
        String device = device(tunnel, ipv6);
        steps.add(new LoadedModule(module(tunnel, ipv6), device));
        if (!ipv6) {
            steps.add(new TunnelSetting("all"));
            steps.add(new TunnelSetting(device));
        }
        if (tunnel.encapsulation() == Encapsulation.GUE) {
            steps.add(new LoadedModule(ipv6 ? "fou6" : "fou", ""));
            steps.add(new GueReceiver(tunnel.port(), ipv6));
        }
        steps.add(new TunnelLink(device));
        return steps;
    }

    /** The interface that takes what no tunnel of its own takes. */
    static String device(RealServerNeeds.Tunnel tunnel, boolean ipv6) {
        if (tunnel.encapsulation() == Encapsulation.GRE) {
            return ipv6 ? "ip6gre0" : "gre0";
        }
        return ipv6 ? "ip6tnl0" : "tunl0";
    }

    private static String module(RealServerNeeds.Tunnel tunnel, boolean ipv6) {
        if (tunnel.encapsulation() == Encapsulation.GRE) {
            return ipv6 ? "ip6_gre" : "ip_gre";
        }
        return ipv6 ? "ip6_tunnel" : "ipip";
    }
}

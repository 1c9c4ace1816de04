package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;

/** The end of a tunnel: up, and without ARP. The one that a module brings with it takes the packets of every sender. */
public record TunnelLink(String device) implements Step {

    @Override
    public String command() {
        return "ip link set " + device + " arp off up";
    }

    @Override
    public boolean taken(HostFacts facts) {
        return facts.network()
                .link(device)
                .filter(link -> link.flags().up() && link.flags().noArp())
                .isPresent();
    }

    @Override
    public String undo(HostFacts before) {
        boolean wasUp =
                before.network().link(device).filter(link -> link.flags().up()).isPresent();
        return wasUp ? "ip link set " + device + " arp on" : reverse();
    }

    @Override
    public String reverse() {
        return "ip link set " + device + " down";
    }
}

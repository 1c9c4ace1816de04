package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;

/** What takes GUE apart (ip-fou(8)) and hands the packets inside to the tunnel's end. */
public record GueReceiver(int port, boolean ipv6) implements Step {

    @Override
    public String command() {
        return ip() + " fou add port " + port + " gue";
    }

    @Override
    public boolean taken(HostFacts facts) {
        return facts.network().udpPorts().contains(port);
    }

    @Override
    public String undo(HostFacts before) {
        return reverse();
    }

    @Override
    public String reverse() {
        return ip() + " fou del port " + port;
    }

    /** The kernel refuses a second one of the same port. */
    @Override
    public String shell() {
        return ip() + " fou show | grep -qw 'port " + port + "' || " + command();
    }

    private String ip() {
        return ipv6 ? "ip -6" : "ip";
    }
}

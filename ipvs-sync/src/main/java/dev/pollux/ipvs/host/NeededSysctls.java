package dev.pollux.ipvs.host;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualServer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which kernel settings virtual servers need. Pure. */
public final class NeededSysctls {

    private NeededSysctls() {}

    /** In the order they are told. */
    public static List<Sysctl> of(Collection<VirtualServer> servers) {
        Set<AddressFamily> translated = EnumSet.noneOf(AddressFamily.class);
        for (VirtualServer server : servers) {
            for (RealServer real : server.realServers()) {
                if (real.forwarding() instanceof Forwarding.Nat) {
                    translated.add(AddressFamily.of(real.key().address()));
                }
            }
        }
        return translated.stream()
                .map(family -> new Sysctl(
                        family == AddressFamily.IPV4 ? "net.ipv4.ip_forward" : "net.ipv6.conf.all.forwarding",
                        "1",
                        "without it replies of real servers behind NAT do not reach the clients"))
                .toList();
    }
}

package dev.pollux.director.doctor;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.linux.route.HardwareAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether exactly one host answers for every virtual address, and that the master. */
final class AnswersCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Map<HardwareAddress, RealServer> servers = servers(patient);
        Set<InetAddress> addresses = new LinkedHashSet<>();
        patient.virtualAddresses().forEach(held -> addresses.add(held.address()));
        patient.roles().servers().forEach(role -> addresses.addAll(role.needs().virtualAddresses()));
        List<Finding> findings = new ArrayList<>();
        for (InetAddress address : addresses) {
            Set<HardwareAddress> owners = patient.wire().owners(address);
            Map<HardwareAddress, RealServer> wrong = new LinkedHashMap<>(servers);
            wrong.keySet().retainAll(owners);
            wrong.forEach((mac, server) -> findings.add(serverAnswers(address, mac, server)));
            Set<HardwareAddress> others = new LinkedHashSet<>(owners);
            others.removeAll(wrong.keySet());
            boolean held = patient.roles().director() && patient.network().holds(address);
            if (others.size() > (held ? 0 : 1)) {
                findings.add(duplicate(address, others, held));
            }
        }
        return findings;
    }

    /** Real servers of DR and TUN by their MAC addresses, as far as they are on the LAN. Not a server that is a director too. */
    private static Map<HardwareAddress, RealServer> servers(Case patient) {
        Map<HardwareAddress, RealServer> servers = new HashMap<>();
        for (VirtualServer service : patient.configuration().virtualServers()) {
            for (RealServer server : service.realServers()) {
                if (!(server.forwarding() instanceof Forwarding.Nat)) {
                    patient.wire().owners(server.key().address()).forEach(mac -> servers.putIfAbsent(mac, server));
                }
            }
        }
        return servers;
    }

    private static Finding serverAnswers(InetAddress address, HardwareAddress mac, RealServer server) {
        String text = AddressText.of(address);
        String name = AddressText.of(server.key().address());
        String mode = server.forwarding() instanceof Forwarding.Tunnel ? "tun" : "dr";
        return Finding.of(
                FindingKind.SERVER_ANSWERS,
                "the real server " + name + " (" + mac + ") answers for " + text,
                "# on the real server " + name + ":",
                "pollux realserver " + mode + " --vip " + text + " --apply",
                "pollux doctor --real-server " + mode + " --vip " + text);
    }

    private static Finding duplicate(InetAddress address, Set<HardwareAddress> owners, boolean held) {
        String text = AddressText.of(address);
        String who = owners.stream().map(HardwareAddress::toString).collect(Collectors.joining(" and "));
        return Finding.of(
                FindingKind.DUPLICATE_ADDRESS,
                who + (owners.size() == 1 ? " answers" : " answer") + " for " + text
                        + (held ? ", which this machine holds" : ""),
                "# on the host that is not to have it:",
                "ip address del " + text + "/PREFIX dev INTERFACE");
    }
}

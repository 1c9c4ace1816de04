package dev.pollux.director.doctor;

import dev.pollux.director.host.ManagedInterface;
import dev.pollux.director.host.ManagedInterface.NetworkManager;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.route.Link;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether another program will take the virtual addresses off their interfaces. */
final class NetworkManagerCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Set<String> concerned = new HashSet<>();
        if (patient.roles().director()) {
            for (VrrpInstance instance : patient.configuration().vrrpInstances()) {
                concerned.add(instance.key().interfaceName());
            }
            patient.virtualAddresses().map(VirtualAddress::interfaceName).forEach(concerned::add);
        }
        patient.roles().servers().stream()
                .flatMap(server -> server.needs().virtualAddresses().stream())
                .flatMap(address -> patient.network().holdings(address).stream())
                .flatMap(held -> patient.network().link(held.interfaceIndex()).stream())
                .map(Link::name)
                .forEach(concerned::add);
        return patient.host().programs().managed().stream()
                .filter(managed -> concerned.contains(managed.name()) && !managed.keepsAddresses())
                .map(NetworkManagerCheck::finding)
                .toList();
    }

    private static Finding finding(ManagedInterface managed) {
        String what = managed.by().text() + " manages " + managed.name();
        if (managed.by() == NetworkManager.NETWORK_MANAGER) {
            return Finding.of(
                    FindingKind.NETWORK_MANAGER,
                    what,
                    "printf '[keyfile]\\nunmanaged-devices=interface-name:" + managed.name()
                            + "\\n' >/etc/NetworkManager/conf.d/pollux-" + managed.name() + ".conf",
                    "nmcli general reload");
        }
        String name = managed.file().substring(managed.file().lastIndexOf('/') + 1);
        String folder = "/etc/systemd/network/" + name + ".d";
        return Finding.of(
                FindingKind.NETWORKD,
                what + (name.isEmpty() ? "" : " by " + managed.file()),
                "mkdir -p " + folder,
                "printf '[Network]\\nKeepConfiguration=static\\n' >" + folder + "/pollux.conf",
                "networkctl reload");
    }
}

package dev.pollux.director.doctor;

import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.Sysctls;
import dev.pollux.director.realserver.ArpSetting;
import dev.pollux.director.realserver.DefaultRoute;
import dev.pollux.director.realserver.GueReceiver;
import dev.pollux.director.realserver.HeldAddress;
import dev.pollux.director.realserver.LoadedModule;
import dev.pollux.director.realserver.LocalRoute;
import dev.pollux.director.realserver.Preparation;
import dev.pollux.director.realserver.Step;
import dev.pollux.director.realserver.TunnelLink;
import dev.pollux.director.realserver.TunnelSetting;
import dev.pollux.grammar.model.AddressText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether everything is done that {@code pollux realserver} would do. */
final class PreparationCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Set<Step> steps = new LinkedHashSet<>();
        patient.roles().servers().forEach(server -> steps.addAll(Preparation.of(server.needs())));
        return steps.stream()
                .filter(step -> !step.taken(patient.host()))
                .map(step -> finding(step, patient.host()))
                .toList();
    }

    private static Finding finding(Step step, HostFacts host) {
        if (step instanceof ArpSetting setting) {
            FindingKind kind = setting == ArpSetting.IGNORE ? FindingKind.ARP_IGNORE : FindingKind.ARP_ANNOUNCE;
            String path = Sysctls.ofInterface("all", setting.setting());
            int value = host.sysctls().find(path).orElse(0);
            return Finding.of(kind, Sysctls.name(path) + " is " + value, step.command());
        } else if (step instanceof HeldAddress held) {
            String address = AddressText.of(held.address());
            String what = address + " is on no interface, alone and without ARP, such as " + held.device();
            return Finding.of(FindingKind.VIP_MISSING, what, step.command());
        } else if (step instanceof DefaultRoute route) {
            String what = "the default route does not lead to " + AddressText.of(route.gateway());
            return Finding.of(FindingKind.NAT_ROUTE, what, step.command());
        } else if (step instanceof LocalRoute route) {
            String what =
                    "no route to " + AddressText.of(route.address()) + " leads to " + AddressText.of(route.gateway());
            return Finding.of(FindingKind.LOCAL_ROUTE, what, step.command());
        }
        return ofTunnel(step);
    }

    private static Finding ofTunnel(Step step) {
        if (step instanceof LoadedModule module) {
            return Finding.of(
                    FindingKind.TUNNEL_MODULE, "the module " + module.name() + " is not loaded", step.command());
        } else if (step instanceof TunnelLink link) {
            return Finding.of(
                    FindingKind.TUNNEL_DOWN, link.device() + " is not there, or down, or has ARP", step.command());
        } else if (step instanceof TunnelSetting setting) {
            return Finding.of(
                    FindingKind.TUNNEL_FILTER,
                    "rp_filter of " + setting.interfaceName() + " is strict",
                    step.command());
        }
        int port = ((GueReceiver) step).port();
        return Finding.of(FindingKind.GUE_PORT, "nothing receives on UDP port " + port, step.command());
    }
}

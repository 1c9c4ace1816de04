package dev.pollux.vrrp;

import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.vrrp.address.BoundAddress;
import dev.pollux.vrrp.firewall.Firewall;
import dev.pollux.vrrp.firewall.FirewallRules;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** What the packet filter does for virtual addresses and interfaces. Its firewall is owned by the {@code rtnl} loop. */
final class AddressGuard {

    private final Executor rtnlLoop;
    private final Firewall firewall;

    AddressGuard(VrrpEnvironment environment) {
        this.rtnlLoop = environment.rtnlLoop();
        this.firewall =
                new Firewall(Nftables.system(), environment.addressJournal().resolveSibling("firewall"));
    }

    /** Where rules go, and the interfaces of ours that there are from now on. Called on the {@code vrrp} loop. */
    void configure(FirewallSettings settings, Collection<VirtualInterface> interfaces) {
        Map<String, String> macvlans = interfaces.stream()
                .filter(each -> each.kind() == VirtualInterface.Kind.MACVLAN)
                .collect(Collectors.toMap(VirtualInterface::name, VirtualInterface::base, (first, second) -> second));
        rtnlLoop.execute(() -> firewall.configure(settings, macvlans));
    }

    /** The addresses that nobody may talk to; empty, or why that cannot be. Called on the {@code rtnl} loop. */
    String refuse(Set<BoundAddress> addresses) {
        return firewall.refuse(addresses.stream().map(AddressGuard::refused).collect(Collectors.toSet()));
    }

    private static FirewallRules.Refused refused(BoundAddress held) {
        return new FirewallRules.Refused(
                held.address().address(),
                held.address().address().isLinkLocalAddress() ? held.address().interfaceName() : "");
    }
}

package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an operator has changed of services' local addresses, in the order in which that was done. */
final class LocalAddressOverrides {

    private final Map<Target, LocalAddressChange> byTarget;

    private LocalAddressOverrides(Map<Target, LocalAddressChange> byTarget) {
        this.byTarget = Collections.unmodifiableMap(byTarget);
    }

    static LocalAddressOverrides of(Collection<LocalAddressChange> changes) {
        Map<Target, LocalAddressChange> all = new LinkedHashMap<>();
        changes.forEach(change -> all.put(Target.of(change), change));
        return new LocalAddressOverrides(all);
    }

    List<LocalAddressChange> changes() {
        return List.copyOf(byTarget.values());
    }

    /** What the kernel would say of a change if it were about an entry of its own. */
    static NetlinkAck answer(LocalAddressChange change, Translations inForce) {
        boolean there = inForce.addresses(change.service()).contains(change.address());
        Errno refusal = change.add() ? Errno.EEXIST : Errno.ENOENT;
        return there == change.add() ? new NetlinkAck(refusal.number(), "") : NetlinkAck.OK;
    }

    /** The same with one more, or one less where it says what is configured anyway. */
    LocalAddressOverrides with(LocalAddressChange change, Translations configured) {
        Map<Target, LocalAddressChange> all = new LinkedHashMap<>(byTarget);
        all.remove(Target.of(change));
        if (configured.addresses(change.service()).contains(change.address()) != change.add()) {
            all.put(Target.of(change), change);
        }
        return new LocalAddressOverrides(all);
    }

    LocalAddressOverrides without(Collection<LocalAddressChange> lifted) {
        Map<Target, LocalAddressChange> all = new LinkedHashMap<>(byTarget);
        all.values().removeAll(lifted);
        return new LocalAddressOverrides(all);
    }

    /** What is configured, with what the operator has made of it. */
    Translations over(Translations configured) {
        Set<ServiceKey.ByAddress> services = new LinkedHashSet<>();
        byTarget.keySet().forEach(target -> services.add(target.service));
        Translations result = configured;
        for (ServiceKey.ByAddress service : services) {
            result = result.with(service, over(service, configured.addresses(service)));
        }
        return result;
    }

    private List<InetAddress> over(ServiceKey.ByAddress service, List<InetAddress> configured) {
        List<InetAddress> addresses = new ArrayList<>(configured);
        byTarget.values().stream()
                .filter(change -> change.service().equals(service))
                .forEach(change -> {
                    addresses.remove(change.address());
                    if (change.add()) {
                        addresses.add(change.address());
                    }
                });
        return addresses;
    }

    /** There is at most one override for each. */
    private record Target(ServiceKey.ByAddress service, InetAddress address) {
        static Target of(LocalAddressChange change) {
            return new Target(change.service(), change.address());
        }
    }
}

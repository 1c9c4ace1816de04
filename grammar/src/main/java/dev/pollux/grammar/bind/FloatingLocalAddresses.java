package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A local address that floats must move together with the address of the service: remarks where it does not. */
final class FloatingLocalAddresses {

    private final Map<InetAddress, String> instances = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    FloatingLocalAddresses(List<VrrpInstance> instances, List<VrrpSyncGroup> groups) {
        for (VrrpInstance instance : instances) {
            instance.addresses()
                    .held()
                    .map(VirtualAddress::address)
                    .forEach(address -> this.instances.putIfAbsent(address, instance.name()));
        }
        groups.forEach(group -> group.members().forEach(member -> this.groups.put(member, "group " + group.name())));
    }

    void check(VirtualServer server, SourceSpan span, Context context) {
        if (!(server.sourceTranslation() instanceof SourceTranslation.LocalAddresses local)) {
            return;
        }
        for (ServiceKey key : server.services()) {
            String home = key instanceof ServiceKey.ByAddress address ? instances.get(address.address()) : null;
            if (home == null) {
                continue;
            }
            for (var address : local.of(key.family())) {
                String other = instances.get(address.address());
                if (other != null && !unit(other).equals(unit(home))) {
                    context.remark(
                            span,
                            "local address " + AddressText.of(address.address()) + " floats with vrrp_instance " + other
                                    + ", " + key + " with " + home
                                    + ": while two directors have them, every connection breaks",
                            "put both instances into one vrrp_sync_group");
                    return;
                }
            }
        }
    }

    /** What moves as one. */
    private String unit(String instance) {
        return groups.getOrDefault(instance, instance);
    }
}

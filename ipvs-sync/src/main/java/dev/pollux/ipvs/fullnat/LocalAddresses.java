package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The addresses of all pools in use, by who configures them. One that is also a virtual address of a VRRP instance floats with
 * that instance, and is VRRP's affair; any other stands here for as long as the director runs (docs/decisions/0008).
 *
 * @param standing without repetition
 */
record LocalAddresses(List<LocalAddress> standing, Set<InetAddress> floating) {

    LocalAddresses {
        standing = List.copyOf(standing);
        floating = Set.copyOf(floating);
    }

    static LocalAddresses none() {
        return new LocalAddresses(List.of(), Set.of());
    }

    /** @param translations in force, perhaps with addresses that the configuration does not have */
    static LocalAddresses of(Configuration configuration, Translations translations) {
        Set<InetAddress> virtual = virtualAddresses(configuration);
        Map<InetAddress, LocalAddress> named = new LinkedHashMap<>();
        configuration.virtualServers().forEach(server -> {
            if (server.sourceTranslation() instanceof SourceTranslation.LocalAddresses group) {
                group.addresses().forEach(address -> named.putIfAbsent(address.address(), address));
            }
        });
        List<LocalAddress> standing = new ArrayList<>();
        Set<InetAddress> floating = new HashSet<>();
        for (InetAddress address : translations.addresses()) {
            if (virtual.contains(address)) {
                floating.add(address);
            } else {
                standing.add(named.getOrDefault(address, new LocalAddress(address, null)));
            }
        }
        return new LocalAddresses(standing, floating);
    }

    private static Set<InetAddress> virtualAddresses(Configuration configuration) {
        Set<InetAddress> addresses = new HashSet<>();
        for (VrrpInstance instance : configuration.vrrpInstances()) {
            for (VirtualAddress address : instance.addresses().advertised()) {
                addresses.add(address.address());
            }
            for (VirtualAddress address : instance.addresses().excluded()) {
                addresses.add(address.address());
            }
        }
        return addresses;
    }
}

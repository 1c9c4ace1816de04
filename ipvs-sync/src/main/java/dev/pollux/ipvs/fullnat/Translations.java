package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.grammar.model.VirtualServer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which services have the source of their connections translated, and to what.
 *
 * @param pools one name stands for one pool
 */
public record Translations(Map<ServiceKey.ByAddress, Pool> pools) {

    /** Longest part of a group's name that goes into the name of a chain. */
    private static final int NAME_LENGTH = 40;

    public Translations {
        pools = Map.copyOf(pools);
    }

    public static Translations none() {
        return new Translations(Map.of());
    }

    /** What a configuration asks for. Of two virtual servers with the same service, the first counts. */
    public static Translations of(Configuration configuration) {
        Map<ServiceKey.ByAddress, Pool> pools = new LinkedHashMap<>();
        for (VirtualServer server : configuration.virtualServers()) {
            SourceTranslation translation = server.sourceTranslation();
            if (translation == null) {
                continue;
            }
            for (ServiceKey service : server.services()) {
                if (service instanceof ServiceKey.ByAddress address) {
                    pools.putIfAbsent(address, pool(translation, address.family()));
                }
            }
        }
        return new Translations(pools);
    }

    private static Pool pool(SourceTranslation translation, AddressFamily family) {
        if (!(translation instanceof SourceTranslation.LocalAddresses group)) {
            return Pool.INTERFACE;
        }
        String plain = group.group().replaceAll("[^A-Za-z0-9]", "_");
        // Two names that differ in other characters only stay two.
        String mark = plain.equals(group.group())
                ? ""
                : "_" + Integer.toHexString(group.group().hashCode());
        String shown = plain.length() > NAME_LENGTH ? plain.substring(0, NAME_LENGTH) + "_" + plain.length() : plain;
        return new Pool(
                "from_" + shown + mark + (family == AddressFamily.IPV4 ? "_ipv4" : "_ipv6"),
                group.of(family).stream().map(LocalAddress::address).toList());
    }

    public boolean isEmpty() {
        return pools.isEmpty();
    }

    /** The local addresses of a service, none where it has none. */
    public List<InetAddress> addresses(ServiceKey.ByAddress service) {
        Pool pool = pools.get(service);
        return pool == null ? List.of() : pool.addresses();
    }

    /** All addresses of all pools. */
    public Set<InetAddress> addresses() {
        return pools.values().stream()
                .flatMap(pool -> pool.addresses().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with other addresses for one service; none: it is not translated. */
    public Translations with(ServiceKey.ByAddress service, List<InetAddress> addresses) {
        Map<ServiceKey.ByAddress, Pool> changed = new LinkedHashMap<>(pools);
        if (addresses.isEmpty()) {
            changed.remove(service);
        } else {
            changed.put(service, poolOf(addresses));
        }
        return new Translations(changed);
    }

    /** A pool of that kind that is there already, or one of its own. */
    private Pool poolOf(List<InetAddress> addresses) {
        List<String> names = new ArrayList<>();
        for (Pool pool : pools.values()) {
            if (pool.addresses().equals(addresses)) {
                return pool;
            }
            names.add(pool.name());
        }
        int number = 1;
        while (names.contains("from_own_" + number)) {
            number++;
        }
        return new Pool("from_own_" + number, addresses);
    }
}

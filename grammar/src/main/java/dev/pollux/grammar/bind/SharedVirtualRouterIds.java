package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Instances with one VRID, family and interface: whether received adverts can be told apart, by their sender among the unicast
 * peers or by the multicast group.
 */
final class SharedVirtualRouterIds {

    private final Map<VirtualRouterKey, List<VrrpInstance>> byKey = new HashMap<>();

    /** Takes the instance in, with a key of its own; null: it cannot be told from {@link #conflict}. */
    @Nullable
    VrrpInstance add(VrrpInstance instance) {
        List<VrrpInstance> others = byKey.computeIfAbsent(instance.key(), key -> new ArrayList<>());
        if (conflict(instance) != null) {
            return null;
        }
        others.add(instance);
        return others.size() == 1 ? instance : instance.with(instance.key().with(partners(instance)));
    }

    /** The earlier instance that this one cannot be told from; null: none. */
    @Nullable
    VrrpInstance conflict(VrrpInstance instance) {
        return byKey.getOrDefault(instance.key(), List.of()).stream()
                .filter(other -> !distinct(other, instance))
                .findFirst()
                .orElse(null);
    }

    private static boolean distinct(VrrpInstance a, VrrpInstance b) {
        if (a.unicast().enabled() != b.unicast().enabled()) {
            return true;
        }
        if (!a.unicast().enabled()) {
            return !Objects.equals(a.advert().group(), b.advert().group());
        }
        Set<InetAddress> peers =
                a.unicast().peers().stream().map(UnicastSettings.Peer::address).collect(Collectors.toSet());
        return b.unicast().peers().stream().noneMatch(peer -> peers.contains(peer.address()));
    }

    private static String partners(VrrpInstance instance) {
        InetAddress group = instance.advert().group();
        return instance.unicast().peers().stream()
                .map(peer -> AddressText.of(peer.address()))
                .sorted()
                .findFirst()
                .orElse(group == null ? "multicast" : AddressText.of(group));
    }
}

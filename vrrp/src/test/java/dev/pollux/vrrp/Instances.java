package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressSettings;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.PreemptSettings;
import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Instances that tests start from. */
public final class Instances {

    public static final GratuitousArpSettings GRATUITOUS_ARP = new GratuitousArpSettings(
            5, Duration.ofSeconds(5), Duration.ZERO, 1, 5, Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO);

    private Instances() {}

    /** A version 2 instance of VRID 51 with adverts every second. Addresses as {@code 192.0.2.1/24@eth1}. */
    public static VrrpInstance instance(
            String interfaceName, int priority, TrackSettings tracking, String... addresses) {
        return new VrrpInstance(
                "VI_1",
                new VirtualRouterKey(51, AddressFamily.IPV4, interfaceName),
                2,
                VrrpInstance.InitialState.BACKUP,
                priority,
                new AdvertSettings(Duration.ofSeconds(1), 3, null, null, Set.of()),
                UnicastSettings.multicast(),
                new Authentication.None(),
                new PreemptSettings(true, Duration.ZERO),
                addresses(interfaceName, addresses),
                GRATUITOUS_ARP,
                tracking,
                NotifySettings.none());
    }

    /** A version 3 instance of VRID 51 on eth0 with adverts every 100 ms. */
    public static VrrpInstance fast(int priority, String... addresses) {
        return fast("VI_1", "eth0", priority, addresses);
    }

    /** As {@link #fast(int, String...)}, with name and interface. */
    public static VrrpInstance fast(String name, String interfaceName, int priority, String... addresses) {
        return new VrrpInstance(
                name,
                new VirtualRouterKey(51, AddressFamily.IPV4, interfaceName),
                3,
                VrrpInstance.InitialState.BACKUP,
                priority,
                new AdvertSettings(Duration.ofMillis(100), 3, null, null, Set.of()),
                UnicastSettings.multicast(),
                new Authentication.None(),
                new PreemptSettings(true, Duration.ZERO),
                addresses(interfaceName, addresses),
                GRATUITOUS_ARP,
                new TrackSettings(true, List.of(), List.of()),
                NotifySettings.none());
    }

    /** Advertised addresses; without {@code @} on the given interface, without prefix length single hosts. */
    public static AddressSettings addresses(String interfaceName, String... addresses) {
        List<VirtualAddress> list = Arrays.stream(addresses)
                .map(text -> address(interfaceName, text))
                .toList();
        return new AddressSettings(list, List.of(), false);
    }

    private static VirtualAddress address(String interfaceName, String text) {
        String[] atInterface = text.split("@", 2);
        String[] prefix = atInterface[0].split("/", 2);
        return new VirtualAddress(
                inet(prefix[0]),
                prefix.length > 1 ? Integer.parseInt(prefix[1]) : 32,
                atInterface.length > 1 ? atInterface[1] : interfaceName,
                0,
                null,
                null);
    }

    public static InetAddress inet(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

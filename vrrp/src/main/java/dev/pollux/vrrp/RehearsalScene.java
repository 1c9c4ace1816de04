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
import dev.pollux.grammar.model.VrrpSyncGroup;
import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.LinkFlags;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a {@link Rehearsal} plays: an interface that cannot be, and addresses for documentation (RFC 5737) on it. */
final class RehearsalScene {

    /**
     * The kernel gives no interface a negative index, so it refuses packets (ENODEV), frames (ENXIO) and addresses (ENODEV)
     * for this one. By its name, which a socket can be bound to, not even a packet that slipped through would leave.
     */
    static final Link NOWHERE = new Link(-1, "lo", new LinkFlags(0x1041), HardwareAddress.of(new byte[6]), 1500);

    static final InetAddress BETTER_ROUTER = address(3);

    private static final String NAME = "rehearsal";

    /** A member of a group goes the longest way: it asks the group before it becomes master. */
    static final VrrpSyncGroup GROUP = new VrrpSyncGroup(NAME, List.of(NAME), NotifySettings.none());

    private RehearsalScene() {}

    /** A router whose master-down timer expires after some 4 ms. */
    static RouterConfiguration configuration() {
        return new RouterConfiguration(instance(), NAME);
    }

    static RouterCondition condition() {
        return new RouterCondition(100, Optional.of(address(2)), Set.of(), false);
    }

    private static VrrpInstance instance() {
        VirtualAddress virtual = new VirtualAddress(address(1), 24, NOWHERE.name(), 0, null, null);
        return new VrrpInstance(
                NAME,
                new VirtualRouterKey(1, AddressFamily.IPV4, NOWHERE.name()),
                3,
                VrrpInstance.InitialState.BACKUP,
                100,
                new AdvertSettings(Duration.ofMillis(1), 3, null, null, Set.of()),
                UnicastSettings.multicast(),
                new Authentication.None(),
                new PreemptSettings(true, Duration.ZERO),
                new AddressSettings(List.of(virtual), List.of(), false),
                new GratuitousArpSettings(
                        1, Duration.ofSeconds(5), Duration.ZERO, 1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                new TrackSettings(true, List.of(), List.of()),
                NotifySettings.none());
    }

    private static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) host});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

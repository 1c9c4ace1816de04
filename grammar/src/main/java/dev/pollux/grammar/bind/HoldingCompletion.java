package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressSettings;
import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.model.TrackSettings.TrackedObject;
import dev.pollux.grammar.model.VirtualAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** What an instance holds, announces and watches: its addresses, gratuitous ARP and tracked interfaces. */
final class HoldingCompletion {

    /** The advert counts them in one byte (RFC 3768 5.3.5). */
    private static final int MAX_ADVERTISED = 255;

    /** What keepalived reckons with in a packet besides addresses, that of IP, of AH and of VRRP. */
    private static final int HEADERS_IPV4 = 20 + 24 + 8;

    private static final int HEADERS_IPV6 = 40 + 24 + 8;

    private final Context context;
    private final GlobalDraft global;
    private final RoutingCompletion routing;

    HoldingCompletion(Context context, GlobalDraft global, RoutingCompletion routing) {
        this.context = context;
        this.global = global;
        this.routing = routing;
    }

    AddressSettings addresses(InstanceDraft draft, AddressPlaces places) {
        for (List<AddressDraft> list : List.of(draft.addresses, draft.excluded)) {
            for (AddressDraft address : list) {
                if (address.interfaceName() != null && !global.dynamicInterfaces) {
                    context.needInterface(address.interfaceName(), address.span(), draft.describe());
                }
            }
        }
        remarkFirst(draft);
        List<VirtualAddress> advertised = new ArrayList<>();
        List<VirtualAddress> excluded = new ArrayList<>();
        int limit = draft.addresses.isEmpty() ? 0 : room(draft);
        for (AddressDraft address : draft.addresses) {
            (advertised.size() < limit ? advertised : excluded).add(places.place(address));
        }
        if (!excluded.isEmpty()) {
            context.contradiction(
                    draft,
                    "an advert has room for " + limit + " addresses, the last " + excluded.size()
                            + " are held but not advertised",
                    "write them in virtual_ipaddress_excluded");
        }
        draft.excluded.forEach(address -> excluded.add(places.place(address)));
        return new AddressSettings(
                advertised,
                excluded,
                draft.promoteSecondaries,
                routing.virtualRoutes(draft.routes),
                routing.virtualRules(draft.rules),
                draft.restoreDeleted == null ? global.restoreDeleted : draft.restoreDeleted,
                places.accept());
    }

    /** How many addresses fit into an advert that is not to be cut into pieces. */
    private int room(InstanceDraft draft) {
        boolean ipv6 = AddressFamily.of(draft.addresses.get(0).address()) == AddressFamily.IPV6;
        int bytes = context.host().mtu(draft.interfaceName == null ? "" : draft.interfaceName)
                - (ipv6 ? HEADERS_IPV6 : HEADERS_IPV4);
        int length = AddressFamily.of(draft.addresses.get(0).address()).bits() / Byte.SIZE;
        return Math.min(MAX_ADVERTISED, Math.max(1, bytes / length));
    }

    /** RFC 9568 5.2.9. */
    private void remarkFirst(InstanceDraft draft) {
        if (draft.addresses.isEmpty()) {
            return;
        }
        InetAddress first = draft.addresses.get(0).address();
        if (first instanceof Inet6Address && !first.isLinkLocalAddress() && isStrict(draft)) {
            context.contradiction(
                    draft, "in strict mode the first IPv6 address must be link-local", "write one of fe80::/10 first");
        } else if (first instanceof Inet6Address && !first.isLinkLocalAddress()) {
            context.remark(
                    draft.addresses.get(0).span(),
                    draft.describe() + ": the first IPv6 address should be link-local",
                    "write one of fe80::/10 first");
        }
    }

    private boolean isStrict(InstanceDraft draft) {
        return draft.strict == null ? global.strict : draft.strict;
    }

    TrackSettings tracking(InstanceDraft draft, String own, boolean owner, List<TrackedObject> objects) {
        List<TrackedInterface> all = new ArrayList<>();
        for (TrackedInterface tracked : draft.trackedInterfaces) {
            if (tracked.name().equals(own) && draft.trackPrimary) {
                context.contradiction(
                        draft,
                        "its own interface " + own + " is tracked anyway, the line is ignored",
                        "remove it from track_interface");
            } else {
                all.add(draft.weightsIgnored && !owner ? withoutWeight(draft, tracked) : tracked);
            }
        }
        all.addAll(draft.groupInterfaces);
        if (owner) {
            all.removeIf(tracked -> isIdle(draft, tracked));
        }
        if (!global.dynamicInterfaces) {
            all.forEach(tracked -> context.needInterface(tracked.name(), draft.span, draft.describe()));
        }
        return new TrackSettings(draft.trackPrimary, all, objects);
    }

    private TrackedInterface withoutWeight(InstanceDraft draft, TrackedInterface tracked) {
        if (tracked.weight() != 0) {
            context.contradiction(
                    draft,
                    "the weight of tracked interface " + tracked.name() + " is ignored in a sync group",
                    "remove the weight, or write sync_group_tracking_weight in the group");
        }
        return new TrackedInterface(tracked.name(), 0, tracked.reverse());
    }

    private boolean isIdle(InstanceDraft draft, TrackedInterface tracked) {
        if (tracked.weight() == 0) {
            return false;
        }
        context.contradiction(
                draft,
                "the priority of an address owner never changes, tracked interface " + tracked.name() + " is ignored",
                "remove its weight, or write a priority below 255");
        return true;
    }
}

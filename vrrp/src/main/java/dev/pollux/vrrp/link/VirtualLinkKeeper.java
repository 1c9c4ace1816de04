package dev.pollux.vrrp.link;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VirtualInterface.Kind;
import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.route.AddressFlags;
import dev.pollux.linux.route.AddressScope;
import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.RouteClient;
import dev.pollux.linux.route.VirtualLink;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, adopts and removes the interfaces of virtual routers. Owned by the {@code rtnl} loop; its calls may wait there. */
final class VirtualLinkKeeper {

    private static final Logger log = LoggerFactory.getLogger(VirtualLinkKeeper.class);
    private static final int LINK_LOCAL_BITS = 64;

    private final RouteClient client;
    private final InterfaceSysctls sysctls = new InterfaceSysctls();
    private final Set<String> ours = new HashSet<>();

    VirtualLinkKeeper(RouteClient client) {
        this.client = client;
    }

    /** Sees to it that the interface is there and up. One that is as wanted is adopted, whoever made it. */
    LinkOutcome ensure(VirtualInterface wanted) {
        try {
            Optional<Link> base = find(wanted.base());
            if (base.isEmpty()) {
                return LinkOutcome.failure(wanted, "interface " + wanted.base() + " does not exist");
            }
            return ensure(wanted, base.get());
        } catch (SystemCallException e) {
            return LinkOutcome.failure(wanted, "cannot make interface " + wanted.name() + ": " + e.getMessage());
        }
    }

    /** Removes an interface that was made or adopted; settings go back to what they were with the last one. */
    void remove(VirtualInterface unwanted) {
        if (ours.remove(unwanted.name())) {
            delete(unwanted.name());
        }
        if (ours.isEmpty()) {
            sysctls.restore();
        }
    }

    private LinkOutcome ensure(VirtualInterface wanted, Link base) {
        String done = "adopted interface " + wanted.name();
        Optional<Link> there = find(wanted.name());
        if (there.isPresent() && !isAsWanted(there.get(), wanted, base)) {
            String kind = there.get().kind();
            if (!kind.equals("macvlan") && !kind.equals("ipvlan")) {
                return LinkOutcome.failure(wanted, "interface " + wanted.name() + " exists and is something else");
            }
            client.deleteLink(there.get().index());
            there = Optional.empty();
        }
        if (there.isEmpty()) {
            client.createLink(link(wanted, base));
            done = "created interface " + wanted.name();
        }
        boolean known = !ours.add(wanted.name());
        Link made = find(wanted.name()).orElseThrow();
        List<InterfaceAddress> given = prepare(wanted, base, made);
        String text = known && there.isPresent()
                ? "gave interface " + wanted.name() + " its addresses"
                : done + " on " + base.name();
        return new LinkOutcome(wanted, find(wanted.name()), given, text);
    }

    private List<InterfaceAddress> prepare(VirtualInterface wanted, Link base, Link made) {
        if (wanted.family() == AddressFamily.IPV4) {
            sysctls.moveReversePathFilter();
        }
        sysctls.prepareBase(base.name());
        sysctls.prepareVirtual(made.name());
        try {
            client.noOwnIpv6Address(made.index());
        } catch (NetlinkException e) {
            log.debug("{} without IPv6: {}", made.name(), e.getMessage());
        }
        if (!made.flags().up()) {
            client.setUp(made.index());
        }
        List<InterfaceAddress> given = new ArrayList<>();
        IpPrefix address = wanted.address();
        if (address != null) {
            given.add(InterfaceAddress.of(made.index(), address.address(), address.length()));
        }
        if (wanted.family() == AddressFamily.IPV6) {
            linkLocal(base)
                    .ifPresent(own -> given.add(InterfaceAddress.of(made.index(), own, LINK_LOCAL_BITS)
                            .withScope(AddressScope.LINK)
                            .withFlags(AddressFlags.NO_DAD)));
        }
        given.forEach(this::addAddress);
        return given;
    }

    /** Adverts come from a link-local address; with the base's own, two routers are told apart as without virtual MAC. */
    private Optional<Inet6Address> linkLocal(Link base) {
        return client.addresses().stream()
                .filter(address -> address.interfaceIndex() == base.index())
                .map(InterfaceAddress::address)
                .filter(Inet6Address.class::isInstance)
                .map(Inet6Address.class::cast)
                .filter(Inet6Address::isLinkLocalAddress)
                .findFirst();
    }

    private void addAddress(InterfaceAddress address) {
        try {
            client.addAddress(address);
        } catch (NetlinkException e) {
            if (!e.is(Errno.EEXIST)) {
                throw e;
            }
        }
    }

    private void delete(String name) {
        try {
            Optional<Link> link = find(name);
            if (link.isPresent()) {
                client.deleteLink(link.get().index());
                log.info("Removed interface {}", name);
            }
        } catch (SystemCallException e) {
            log.warn("Cannot remove interface {}: {}", name, e.getMessage());
        }
    }

    private static boolean isAsWanted(Link there, VirtualInterface wanted, Link base) {
        return there.kind().equals(kind(wanted).text())
                && there.parent() == base.index()
                && (wanted.kind() == Kind.IPVLAN || there.hardwareAddress().equals(mac(wanted)));
    }

    private static VirtualLink link(VirtualInterface wanted, Link base) {
        int mode =
                switch (wanted.mode()) {
                    case BRIDGE -> VirtualLink.IPVLAN_BRIDGE;
                    case PRIVATE -> VirtualLink.MACVLAN_PRIVATE;
                    case VEPA -> VirtualLink.IPVLAN_VEPA;
                };
        return new VirtualLink(wanted.name(), kind(wanted), base.index(), mac(wanted), mode);
    }

    private static VirtualLink.Kind kind(VirtualInterface wanted) {
        return VirtualLink.Kind.valueOf(wanted.kind().name());
    }

    private static HardwareAddress mac(VirtualInterface wanted) {
        return wanted.macAddress().isEmpty()
                ? HardwareAddress.NONE
                : HardwareAddress.of(HexFormat.ofDelimiter(":").parseHex(wanted.macAddress()));
    }

    private Optional<Link> find(String name) {
        List<Link> links = client.links();
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }
}

package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.netlink.NetlinkRequest;
import java.util.ArrayList;
import java.util.List;

/** Reads and changes links, addresses, routes and rules. Waits for the kernel's rtnl lock: for the {@code rtnl} loop only. */
public final class RouteClient implements AutoCloseable {

    private final NetlinkConnection connection;

    /** @param connection to {@link NetlinkConnection#ROUTE}; closed with the client */
    public RouteClient(NetlinkConnection connection) {
        this.connection = connection;
    }

    /** A client with a connection of its own, in the calling thread's network namespace. */
    public static RouteClient open() {
        return new RouteClient(NetlinkConnection.open(NetlinkConnection.ROUTE));
    }

    /** All interfaces of the namespace. */
    public List<Link> links() {
        return connection.dump(LinkCodec.dump(), LinkCodec::decode);
    }

    /**
     * Makes an interface on another one; it is down.
     *
     * @throws NetlinkException EEXIST where the name is taken, ENODEV where the parent is gone, EOPNOTSUPP without the driver
     */
    public void createLink(VirtualLink link) {
        connection.execute(LinkCodec.create(link));
    }

    /** Sets an interface up. */
    public void setUp(int index) {
        connection.execute(LinkCodec.setUp(index));
    }

    /**
     * Keeps an interface from giving itself a link-local address.
     *
     * @throws NetlinkException EAFNOSUPPORT where the kernel has no IPv6
     */
    public void noOwnIpv6Address(int index) {
        connection.execute(LinkCodec.noOwnIpv6Address(index));
    }

    /**
     * Removes an interface.
     *
     * @throws NetlinkException ENODEV where it is gone
     */
    public void deleteLink(int index) {
        connection.execute(LinkCodec.delete(index));
    }

    /** All addresses of both families. */
    public List<InterfaceAddress> addresses() {
        return connection.dump(AddressCodec.dump(), AddressCodec::decode);
    }

    /**
     * Adds an address.
     *
     * @throws NetlinkException EEXIST where the interface has it already, ENODEV where there is no such interface
     */
    public void addAddress(InterfaceAddress address) {
        connection.execute(AddressCodec.add(address));
    }

    /**
     * Removes an address.
     *
     * @throws NetlinkException EADDRNOTAVAIL where the interface does not have it, ENODEV where there is no such interface
     */
    public void deleteAddress(InterfaceAddress address) {
        connection.execute(AddressCodec.delete(address));
    }

    /** All routes of both families. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(connection.dump(RouteCodec.dump(false), RouteCodec::decode));
        routes.addAll(connection.dump(RouteCodec.dump(true), RouteCodec::decode));
        return routes;
    }

    /** All rules of both families. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(connection.dump(RuleCodec.dump(false), RuleCodec::decode));
        rules.addAll(connection.dump(RuleCodec.dump(true), RuleCodec::decode));
        return rules;
    }

    /** Adds many entries in as few system calls as it takes; gives the answer to each, in their order. */
    public List<NetlinkAck> add(List<? extends NetworkEntry> entries) {
        return connection.executeAll(entries.stream().map(RouteClient::addition).toList());
    }

    /** Removes many entries in as few system calls as it takes; gives the answer to each, in their order. */
    public List<NetlinkAck> delete(List<? extends NetworkEntry> entries) {
        return connection.executeAll(entries.stream().map(RouteClient::deletion).toList());
    }

    private static NetlinkRequest addition(NetworkEntry entry) {
        if (entry instanceof Route route) {
            return RouteCodec.add(route);
        }
        return entry instanceof Rule rule ? RuleCodec.add(rule) : AddressCodec.add((InterfaceAddress) entry);
    }

    private static NetlinkRequest deletion(NetworkEntry entry) {
        if (entry instanceof Route route) {
            return RouteCodec.delete(route);
        }
        return entry instanceof Rule rule ? RuleCodec.delete(rule) : AddressCodec.delete((InterfaceAddress) entry);
    }

    @Override
    public void close() {
        connection.close();
    }
}

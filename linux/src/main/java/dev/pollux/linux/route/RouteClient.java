package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkException;
import java.util.List;

/** Reads and changes links and addresses. Waits for the kernel's rtnl lock: for the {@code rtnl} loop only. */
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

    /** Adds many addresses in as few system calls as it takes; gives the answer to each, in their order. */
    public List<NetlinkAck> addAddresses(List<InterfaceAddress> addresses) {
        return connection.executeAll(addresses.stream().map(AddressCodec::add).toList());
    }

    /** Removes many addresses in as few system calls as it takes; gives the answer to each, in their order. */
    public List<NetlinkAck> deleteAddresses(List<InterfaceAddress> addresses) {
        return connection.executeAll(
                addresses.stream().map(AddressCodec::delete).toList());
    }

    @Override
    public void close() {
        connection.close();
    }
}

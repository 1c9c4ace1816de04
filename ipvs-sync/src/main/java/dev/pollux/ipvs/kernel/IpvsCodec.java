package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.IpvsAttribute.Dest;
import dev.pollux.ipvs.kernel.IpvsAttribute.Svc;
import dev.pollux.ipvs.kernel.IpvsAttribute.Top;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.ipvs.table.Service;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Requests of the family {@code IPVS}: one nested attribute names the service, a second one the destination.
 *
 * <pre>
 *  +---------------------------------------------------------------+
 *  |  netlink header, 16 bytes                                     |
 *  +---------------+---------------+-------------------------------+
 *  |    command    |  version 1    |               0               |
 *  +---------------+---------------+-------------------------------+
 *  |  IPVS_CMD_ATTR_SERVICE: AF, then FWMARK or PROTOCOL, ADDR,    |
 *  |  PORT; to add or edit it also SCHED_NAME, FLAGS, TIMEOUT,     |
 *  |  NETMASK and PE_NAME                                          |
 *  +---------------------------------------------------------------+
 *  |  IPVS_CMD_ATTR_DEST: ADDR_FAMILY, ADDR, PORT; to add or edit  |
 *  |  it also FWD_METHOD, WEIGHT, U_THRESH, L_THRESH and TUN_*     |
 *  +---------------------------------------------------------------+
 * </pre>
 *
 * <p>Addresses always fill 16 bytes ({@code union nf_inet_addr}), ports are in network byte order, a mask of IPv4 is in
 * network byte order and that of IPv6 is a prefix length in host byte order. {@code TUN_*} is sent for tunnels only,
 * because kernels before 5.2 know no such thing.
 */
final class IpvsCodec {

    private IpvsCodec() {}

    /** The number of the command that carries this out. */
    static int number(Command command) {
        if (command instanceof Command.AddService) {
            return IpvsCommand.NEW_SERVICE;
        } else if (command instanceof Command.EditService) {
            return IpvsCommand.SET_SERVICE;
        } else if (command instanceof Command.DeleteService) {
            return IpvsCommand.DEL_SERVICE;
        } else if (command instanceof Command.AddDestination) {
            return IpvsCommand.NEW_DEST;
        } else if (command instanceof Command.EditDestination) {
            return IpvsCommand.SET_DEST;
        } else if (command instanceof Command.DeleteDestination) {
            return IpvsCommand.DEL_DEST;
        }
        return IpvsCommand.FLUSH;
    }

    /** Writes the attributes of a command. */
    static void encode(Command command, NetlinkWriter message) {
        if (command instanceof Command.AddService add) {
            message.nested(Top.SERVICE, service -> encode(add.service(), service));
        } else if (command instanceof Command.EditService edit) {
            message.nested(Top.SERVICE, service -> encode(edit.service(), service));
        } else if (command instanceof Command.OnService onService) {
            service(onService.serviceKey(), message);
        }
        if (command instanceof Command.AddDestination add) {
            message.nested(Top.DEST, destination -> encode(add.destination(), destination));
        } else if (command instanceof Command.EditDestination edit) {
            message.nested(Top.DEST, destination -> encode(edit.destination(), destination));
        } else if (command instanceof Command.DeleteDestination delete) {
            message.nested(Top.DEST, destination -> encode(delete.destination(), destination));
        }
    }

    /** Names a service: what {@code IPVS_CMD_GET_DEST} and {@code IPVS_CMD_ZERO} ask for. */
    static void service(ServiceKey key, NetlinkWriter message) {
        message.nested(Top.SERVICE, service -> encode(key, service));
    }

    static void encode(Timeouts timeouts, NetlinkWriter message) {
        message.attribute32(Top.TIMEOUT_TCP, timeouts.tcp())
                .attribute32(Top.TIMEOUT_TCP_FIN, timeouts.tcpFin())
                .attribute32(Top.TIMEOUT_UDP, timeouts.udp());
    }

    private static void encode(ServiceKey key, NetlinkWriter attributes) {
        attributes.attribute16(Svc.AF, WireAddress.number(key.family()));
        if (key instanceof ServiceKey.ByAddress byAddress) {
            attributes
                    .attribute16(Svc.PROTOCOL, byAddress.protocol().number())
                    .attribute(Svc.ADDR, WireAddress.encode(byAddress.address()))
                    .attribute16BigEndian(Svc.PORT, byAddress.port());
        } else if (key instanceof ServiceKey.ByFirewallMark byMark) {
            attributes.attribute32(Svc.FWMARK, (int) byMark.mark());
        }
    }

    private static void encode(Service service, NetlinkWriter attributes) {
        encode(service.key(), attributes);
        attributes
                .attribute(Svc.SCHED_NAME, service.scheduler())
                .attribute(Svc.FLAGS, flags(service.flags()))
                .attribute32(Svc.TIMEOUT, (int) service.timeoutSeconds());
        if (service.key().family() == AddressFamily.IPV4) {
            attributes.attribute32BigEndian(Svc.NETMASK, service.netmask());
        } else {
            attributes.attribute32(Svc.NETMASK, service.netmask());
        }
        if (service.engine() != null) {
            attributes.attribute(Svc.PE_NAME, service.engine());
        }
    }

    private static void encode(DestinationKey key, NetlinkWriter attributes) {
        attributes
                .attribute16(Dest.ADDR_FAMILY, WireAddress.number(AddressFamily.of(key.address())))
                .attribute(Dest.ADDR, WireAddress.encode(key.address()))
                .attribute16BigEndian(Dest.PORT, key.port());
    }

    private static void encode(Destination destination, NetlinkWriter attributes) {
        encode(destination.key(), attributes);
        ForwardingMethod forwarding = destination.forwarding();
        attributes
                .attribute32(Dest.FWD_METHOD, forwarding.method())
                .attribute32(Dest.WEIGHT, destination.weight())
                .attribute32(Dest.U_THRESH, (int) destination.upperThreshold())
                .attribute32(Dest.L_THRESH, (int) destination.lowerThreshold());
        if (forwarding.tunnel()) {
            attributes
                    .attribute8(Dest.TUN_TYPE, forwarding.tunnelType())
                    .attribute16BigEndian(Dest.TUN_PORT, forwarding.tunnelPort())
                    .attribute16(Dest.TUN_FLAGS, forwarding.tunnelFlags());
        }
    }

    /** {@code struct ip_vs_flags}: the flags, and which of them are meant (all). */
    private static byte[] flags(int flags) {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(flags)
                .putInt(-1)
                .array();
    }
}

package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.ipvs.kernel.IpvsAttribute.Daemon;
import dev.pollux.ipvs.kernel.IpvsAttribute.Top;
import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sync daemons in messages of the family {@code IPVS}.
 *
 * <pre>
 *  +---------------------------------------------------------------+
 *  |  IPVS_CMD_ATTR_DAEMON: STATE; to start one and in answers     |
 *  |  also MCAST_IFN, SYNC_ID, SYNC_MAXLEN, MCAST_GROUP or         |
 *  |  MCAST_GROUP6, MCAST_PORT, MCAST_TTL                          |
 *  +---------------------------------------------------------------+
 * </pre>
 *
 * <p>The port is in host byte order here, unlike everywhere else; the groups have 4 and 16 bytes. What is to be the
 * kernel's default is left out.
 */
final class SyncDaemonCodec {

    private SyncDaemon.@Nullable Role role;
    private String interfaceName = "";
    private int syncId;
    private int maxLength;
    private int port;
    private int ttl;
    private @Nullable InetAddress group;

    private SyncDaemonCodec() {}

    /** What starts a daemon. */
    static void encode(SyncDaemon daemon, NetlinkWriter message) {
        message.nested(Top.DAEMON, attributes -> {
            attributes
                    .attribute32(Daemon.STATE, daemon.role().number())
                    .attribute(Daemon.MCAST_IFN, daemon.interfaceName())
                    .attribute32(Daemon.SYNC_ID, daemon.syncId());
            if (daemon.maxLength() != 0) {
                attributes.attribute16(Daemon.SYNC_MAXLEN, daemon.maxLength());
            }
            if (daemon.group() != null) {
                boolean four = daemon.group() instanceof Inet4Address;
                attributes.attribute(four ? Daemon.MCAST_GROUP : Daemon.MCAST_GROUP6, daemon.group());
            }
            if (daemon.port() != 0) {
                attributes.attribute16(Daemon.MCAST_PORT, daemon.port());
            }
            if (daemon.ttl() != 0) {
                attributes.attribute8(Daemon.MCAST_TTL, daemon.ttl());
            }
        });
    }

    /** What stops a daemon. */
    static void encode(SyncDaemon.Role role, NetlinkWriter message) {
        message.nested(Top.DAEMON, attributes -> attributes.attribute32(Daemon.STATE, role.number()));
    }

    /** Reads an answer; one without a role that is known is no daemon. */
    static Optional<SyncDaemon> decode(NetlinkAttributes message) {
        SyncDaemonCodec daemon = new SyncDaemonCodec();
        while (message.next()) {
            if (message.type() == Top.DAEMON) {
                NetlinkAttributes attributes = message.nested();
                while (attributes.next()) {
                    daemon.take(attributes);
                }
            }
        }
        return Optional.ofNullable(daemon.role)
                .map(known -> new SyncDaemon(
                        known,
                        daemon.interfaceName,
                        daemon.syncId,
                        daemon.maxLength,
                        daemon.port,
                        daemon.ttl,
                        daemon.group));
    }

    private void take(NetlinkAttributes attribute) {
        switch (attribute.type()) {
            case Daemon.STATE -> role = role(attribute.int32());
            case Daemon.MCAST_IFN -> interfaceName = attribute.string();
            case Daemon.SYNC_ID -> syncId = attribute.int32();
            case Daemon.SYNC_MAXLEN -> maxLength = attribute.int16();
            case Daemon.MCAST_GROUP -> group = attribute.address();
            case Daemon.MCAST_GROUP6 ->
                group = WireAddress.decode(AddressFamily.IPV6, attribute.bytes(0, WireAddress.SIZE));
            case Daemon.MCAST_PORT -> port = attribute.int16();
            case Daemon.MCAST_TTL -> ttl = attribute.int8();
            default -> {}
        }
    }

    private static SyncDaemon.@Nullable Role role(int number) {
        for (SyncDaemon.Role candidate : SyncDaemon.Role.values()) {
            if (candidate.number() == number) {
                return candidate;
            }
        }
        return null;
    }
}

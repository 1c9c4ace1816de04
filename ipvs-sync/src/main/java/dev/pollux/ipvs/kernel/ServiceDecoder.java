package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.kernel.IpvsAttribute.Svc;
import dev.pollux.ipvs.kernel.IpvsAttribute.Top;
import dev.pollux.ipvs.table.Service;
import dev.pollux.linux.netlink.NetlinkAttributes;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one service from an answer to {@code IPVS_CMD_GET_SERVICE}, with its attributes in any order. Attributes of a
 * wrong size are remembered by the message's reader; a service without address or mark, or of a protocol that IPVS does
 * not balance, is none.
 */
final class ServiceDecoder {

    /** The first member of {@code struct ip_vs_flags}; the mask behind it is all ones. */
    private static final int FLAGS_SIZE = Integer.BYTES;

    private int family;
    private int protocol;
    private byte[] address = new byte[0];
    private int port;
    private long mark;
    private String scheduler = "";
    private int flags;
    private long timeoutSeconds;
    private int netmask4;
    private int netmask6;
    private @Nullable String engine;
    private TrafficStatistics traffic = TrafficStatistics.NONE;

    private ServiceDecoder() {}

    /** Reads the attributes of a message. */
    static Optional<ServiceReadout> decode(NetlinkAttributes message) {
        ServiceDecoder decoder = new ServiceDecoder();
        boolean found = false;
        while (message.next()) {
            if (message.type() == Top.SERVICE) {
                found = true;
                NetlinkAttributes attributes = message.nested();
                while (attributes.next()) {
                    decoder.take(attributes);
                }
            }
        }
        return found ? decoder.readout() : Optional.empty();
    }

    private void take(NetlinkAttributes attribute) {
        switch (attribute.type()) {
            case Svc.AF -> family = attribute.int16();
            case Svc.PROTOCOL -> protocol = attribute.int16();
            case Svc.ADDR -> address = attribute.bytes(0, WireAddress.SIZE);
            case Svc.PORT -> port = attribute.int16BigEndian();
            case Svc.FWMARK -> mark = Integer.toUnsignedLong(attribute.int32());
            case Svc.SCHED_NAME -> scheduler = attribute.string();
            case Svc.PE_NAME -> engine = attribute.string();
            case Svc.FLAGS ->
                flags = ByteBuffer.wrap(attribute.bytes(0, FLAGS_SIZE))
                        .order(ByteOrder.nativeOrder())
                        .getInt();
            case Svc.TIMEOUT -> timeoutSeconds = Integer.toUnsignedLong(attribute.int32());
            case Svc.NETMASK -> {
                netmask4 = attribute.int32BigEndian();
                netmask6 = attribute.int32();
            }
            case Svc.STATS -> traffic = StatisticsDecoder.decode32(attribute.nested());
            case Svc.STATS64 -> traffic = StatisticsDecoder.decode64(attribute.nested());
            default -> {}
        }
    }

    private Optional<ServiceReadout> readout() {
        return key().map(key -> new ServiceReadout(
                new Service(
                        key,
                        scheduler,
                        flags,
                        timeoutSeconds,
                        key.family() == AddressFamily.IPV4 ? netmask4 : netmask6,
                        engine),
                traffic));
    }

    private Optional<ServiceKey> key() {
        Optional<AddressFamily> known = WireAddress.family(family);
        if (known.isPresent() && mark != 0) {
            return Optional.of(new ServiceKey.ByFirewallMark(known.get(), mark));
        }
        for (TransportProtocol candidate : TransportProtocol.values()) {
            if (candidate.number() == protocol && known.isPresent() && address.length > 0) {
                InetAddress inet = WireAddress.decode(known.get(), address);
                return Optional.of(new ServiceKey.ByAddress(candidate, inet, port));
            }
        }
        return Optional.empty();
    }
}

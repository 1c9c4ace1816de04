package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.ipvs.kernel.IpvsAttribute.Dest;
import dev.pollux.ipvs.kernel.IpvsAttribute.Top;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.linux.netlink.NetlinkAttributes;
import java.util.Optional;

/**
 * Reads one destination from an answer to {@code IPVS_CMD_GET_DEST}, with its attributes in any order. Attributes of a
 * wrong size are remembered by the message's reader; a destination without address is none.
 */
final class DestinationDecoder {

    private AddressFamily family;
    private byte[] address = new byte[0];
    private int port;
    private int method;
    private int tunnelType;
    private int tunnelPort;
    private int tunnelFlags;
    private int weight;
    private long upperThreshold;
    private long lowerThreshold;
    private long active;
    private long inactive;
    private long persistent;
    private TrafficStatistics traffic = TrafficStatistics.NONE;

    private DestinationDecoder(AddressFamily family) {
        this.family = family;
    }

    /**
     * Reads the attributes of a message.
     *
     * @param serviceFamily the destination's family too where the kernel, before 3.18, does not name it
     */
    static Optional<DestinationReadout> decode(NetlinkAttributes message, AddressFamily serviceFamily) {
        DestinationDecoder decoder = new DestinationDecoder(serviceFamily);
        while (message.next()) {
            if (message.type() == Top.DEST) {
                NetlinkAttributes attributes = message.nested();
                while (attributes.next()) {
                    decoder.take(attributes);
                }
            }
        }
        return decoder.address.length == 0 ? Optional.empty() : Optional.of(decoder.readout());
    }

    private void take(NetlinkAttributes attribute) {
        switch (attribute.type()) {
            case Dest.ADDR_FAMILY ->
                family = WireAddress.family(attribute.int16()).orElse(family);
            case Dest.ADDR -> address = attribute.bytes(0, WireAddress.SIZE);
            case Dest.PORT -> port = attribute.int16BigEndian();
            case Dest.FWD_METHOD -> method = attribute.int32();
            case Dest.WEIGHT -> weight = attribute.int32();
            case Dest.U_THRESH -> upperThreshold = Integer.toUnsignedLong(attribute.int32());
            case Dest.L_THRESH -> lowerThreshold = Integer.toUnsignedLong(attribute.int32());
            case Dest.ACTIVE_CONNS -> active = Integer.toUnsignedLong(attribute.int32());
            case Dest.INACT_CONNS -> inactive = Integer.toUnsignedLong(attribute.int32());
            case Dest.PERSIST_CONNS -> persistent = Integer.toUnsignedLong(attribute.int32());
            case Dest.STATS -> traffic = StatisticsDecoder.decode32(attribute.nested());
            case Dest.STATS64 -> traffic = StatisticsDecoder.decode64(attribute.nested());
            case Dest.TUN_TYPE -> tunnelType = attribute.int8();
            case Dest.TUN_PORT -> tunnelPort = attribute.int16BigEndian();
            case Dest.TUN_FLAGS -> tunnelFlags = attribute.int16();
            default -> {}
        }
    }

    private DestinationReadout readout() {
        return new DestinationReadout(
                new Destination(
                        new DestinationKey(WireAddress.decode(family, address), port),
                        new ForwardingMethod(method, tunnelType, tunnelPort, tunnelFlags),
                        weight,
                        upperThreshold,
                        lowerThreshold),
                new DestinationLoad(active, inactive, persistent, traffic));
    }
}

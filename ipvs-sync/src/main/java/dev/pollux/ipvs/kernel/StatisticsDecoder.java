package dev.pollux.ipvs.kernel;

import dev.pollux.ipvs.kernel.IpvsAttribute.Stats;
import dev.pollux.linux.netlink.NetlinkAttributes;

/** Reads counters: 64 bits wide since kernel 4.1, before that 32 bits for connections and packets. */
final class StatisticsDecoder {

    private StatisticsDecoder() {}

    /** Reads the attributes within {@code *_ATTR_STATS64}. */
    static TrafficStatistics decode64(NetlinkAttributes attributes) {
        long[] values = new long[Stats.OUTBYTES + 1];
        while (attributes.next()) {
            if (attributes.type() <= Stats.OUTBYTES) {
                values[attributes.type()] = attributes.int64();
            }
        }
        return statistics(values);
    }

    /** Reads the attributes within {@code *_ATTR_STATS}, where bytes are 64 bits wide all the same. */
    static TrafficStatistics decode32(NetlinkAttributes attributes) {
        long[] values = new long[Stats.OUTBYTES + 1];
        while (attributes.next()) {
            if (attributes.type() <= Stats.OUTPKTS) {
                values[attributes.type()] = Integer.toUnsignedLong(attributes.int32());
            } else if (attributes.type() <= Stats.OUTBYTES) {
                values[attributes.type()] = attributes.int64();
            }
        }
        return statistics(values);
    }

    private static TrafficStatistics statistics(long[] values) {
        return new TrafficStatistics(
                values[Stats.CONNS],
                values[Stats.INPKTS],
                values[Stats.OUTPKTS],
                values[Stats.INBYTES],
                values[Stats.OUTBYTES]);
    }
}

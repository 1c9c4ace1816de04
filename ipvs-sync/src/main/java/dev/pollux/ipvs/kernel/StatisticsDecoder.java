package dev.pollux.ipvs.kernel;

import dev.pollux.ipvs.kernel.IpvsAttribute.Stats;
import dev.pollux.linux.netlink.NetlinkAttributes;

/** Reads counters and rates: 64 bits wide since kernel 4.1, before that 32 bits except for the count of bytes. */
final class StatisticsDecoder {

    private StatisticsDecoder() {}

    /** Reads the attributes within {@code *_ATTR_STATS64}. */
    static TrafficStatistics decode64(NetlinkAttributes attributes) {
        long[] values = new long[Stats.OUTBPS + 1];
        while (attributes.next()) {
            if (attributes.type() <= Stats.OUTBPS) {
                values[attributes.type()] = attributes.int64();
            }
        }
        return statistics(values);
    }

    /** Reads the attributes within {@code *_ATTR_STATS}. */
    static TrafficStatistics decode32(NetlinkAttributes attributes) {
        long[] values = new long[Stats.OUTBPS + 1];
        while (attributes.next()) {
            switch (attributes.type()) {
                case Stats.INBYTES, Stats.OUTBYTES -> values[attributes.type()] = attributes.int64();
                case Stats.CONNS,
                        Stats.INPKTS,
                        Stats.OUTPKTS,
                        Stats.CPS,
                        Stats.INPPS,
                        Stats.OUTPPS,
                        Stats.INBPS,
                        Stats.OUTBPS -> values[attributes.type()] = Integer.toUnsignedLong(attributes.int32());
                default -> {}
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
                values[Stats.OUTBYTES],
                new TrafficRates(
                        values[Stats.CPS],
                        values[Stats.INPPS],
                        values[Stats.OUTPPS],
                        values[Stats.INBPS],
                        values[Stats.OUTBPS]));
    }
}

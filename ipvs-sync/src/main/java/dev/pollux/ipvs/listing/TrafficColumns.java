package dev.pollux.ipvs.listing;

import dev.pollux.ipvs.kernel.TrafficRates;
import dev.pollux.ipvs.kernel.TrafficStatistics;
import java.util.stream.LongStream;

/** The five columns of counters or rates. */
final class TrafficColumns {

    private TrafficColumns() {}

    static String of(ListingForm form, TrafficStatistics traffic, boolean exact) {
        StringBuilder text = new StringBuilder();
        numbers(form, traffic)
                .forEach(number -> text.append(exact ? Quantity.exact(number) : Quantity.rounded(number)));
        return text.toString();
    }

    /** The columns of a server: of its rates ipvsadm rounds bytes only. */
    static String ofServer(ListingForm form, TrafficStatistics traffic, boolean exact) {
        if (form != ListingForm.RATES || exact) {
            return of(form, traffic, exact);
        }
        TrafficRates rates = traffic.rates();
        return Quantity.exact(rates.connections())
                + Quantity.exact(rates.packetsIn())
                + Quantity.exact(rates.packetsOut())
                + Quantity.rounded(rates.bytesIn())
                + Quantity.rounded(rates.bytesOut());
    }

    private static LongStream numbers(ListingForm form, TrafficStatistics traffic) {
        TrafficRates rates = traffic.rates();
        return form == ListingForm.RATES
                ? LongStream.of(
                        rates.connections(), rates.packetsIn(), rates.packetsOut(), rates.bytesIn(), rates.bytesOut())
                : LongStream.of(
                        traffic.connections(),
                        traffic.packetsIn(),
                        traffic.packetsOut(),
                        traffic.bytesIn(),
                        traffic.bytesOut());
    }
}

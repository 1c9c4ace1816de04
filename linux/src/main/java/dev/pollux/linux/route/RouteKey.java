package dev.pollux.linux.route;

/**
 * What tells one route from another.
 *
 * @param destination all addresses of the family for a default route
 * @param typeOfService IPv4 only; 0: any
 * @param table 254 is main
 * @param metric the lowest is taken; 0: the kernel's default, which is 0 for IPv4 and 1024 for IPv6
 */
public record RouteKey(Prefix destination, int typeOfService, int table, long metric) {

    public static final int MAIN_TABLE = 254;

    private static final long IPV6_DEFAULT_METRIC = 1024;

    /** The metric that the kernel makes of it. */
    long effectiveMetric() {
        return metric == 0 && destination.isIpv6() ? IPV6_DEFAULT_METRIC : metric;
    }

    boolean sameInKernel(RouteKey other) {
        return destination.equals(other.destination)
                && typeOfService == other.typeOfService
                && table == other.table
                && effectiveMetric() == other.effectiveMetric();
    }
}

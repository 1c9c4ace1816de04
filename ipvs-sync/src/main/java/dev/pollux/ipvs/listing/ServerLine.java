package dev.pollux.ipvs.listing;

import dev.pollux.ipvs.kernel.DestinationLoad;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.ForwardingMethod;

/** What stands behind the name in a real server's line. */
record ServerLine(ListingForm form, boolean exact) {

    String of(Destination server, DestinationLoad load) {
        return switch (form) {
            case PLAIN ->
                " %-7s %-6d %-10d %-10d"
                        .formatted(method(server.forwarding()), server.weight(), load.active(), load.inactive());
            case STATISTICS, RATES -> TrafficColumns.ofServer(form, load.traffic(), exact);
            case THRESHOLDS ->
                " %-10d %-10d %-10d %-10d"
                        .formatted(server.upperThreshold(), server.lowerThreshold(), load.active(), load.inactive());
            case PERSISTENT_CONNECTIONS ->
                " %-9d %-11d %-10d %-10d".formatted(server.weight(), load.persistent(), load.active(), load.inactive());
            case TUNNELS ->
                " %-7s %-13s %-6d %-10d %-10d"
                        .formatted(
                                method(server.forwarding()),
                                tunnel(server.forwarding()),
                                server.weight(),
                                load.active(),
                                load.inactive());
        };
    }

    private static String method(ForwardingMethod forwarding) {
        return switch (forwarding.method()) {
            case ForwardingMethod.MASQUERADING -> "Masq";
            case ForwardingMethod.TUNNEL -> "Tunnel";
            case ForwardingMethod.DIRECT_ROUTING -> "Route";
            default -> "Local";
        };
    }

    private static String tunnel(ForwardingMethod forwarding) {
        if (!forwarding.tunnel()) {
            return "n/a";
        }
        String checksum = (forwarding.tunnelFlags() & ForwardingMethod.FLAG_REMOTE_CHECKSUM) != 0
                ? ":r+c"
                : (forwarding.tunnelFlags() & ForwardingMethod.FLAG_CHECKSUM) != 0 ? ":+c" : ":-c";
        return switch (forwarding.tunnelType()) {
            case ForwardingMethod.TYPE_GUE -> "gue:" + forwarding.tunnelPort() + checksum;
            case ForwardingMethod.TYPE_GRE -> "gre" + checksum;
            default -> "ipip";
        };
    }
}

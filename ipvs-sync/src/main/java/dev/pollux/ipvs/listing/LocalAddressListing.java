package dev.pollux.ipvs.listing;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.EndpointText;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code -G} prints: the table of ipvsadm's FULLNAT fork, a line a service and a line for each of its local addresses. The
 * kernel counts no conflicts.
 */
public final class LocalAddressListing {

    private LocalAddressListing() {}

    /**
     * The table.
     *
     * @param connections by service and local address
     */
    public static String of(Map<ServiceKey.ByAddress, Map<InetAddress, Long>> connections, EndpointText endpoints) {
        StringBuilder text = new StringBuilder(line("VIP:VPORT", "TOTAL", "SNAT_IP", "CONFLICTS", "CONNS"));
        connections.entrySet().stream()
                .sorted(Comparator.comparing(entry -> EndpointText.NUMERIC.of(
                        entry.getKey().address(),
                        entry.getKey().port(),
                        entry.getKey().protocol())))
                .forEach(entry -> {
                    ServiceKey.ByAddress service = entry.getKey();
                    text.append(line(
                            endpoints.of(service.address(), service.port(), service.protocol()),
                            entry.getValue().size(),
                            "",
                            "",
                            ""));
                    entry.getValue()
                            .forEach(
                                    (address, count) -> text.append(line("", "", AddressText.of(address), "-", count)));
                });
        return text.toString();
    }

    private static String line(Object... columns) {
        return String.format(Locale.ROOT, "%-20s %-8s %-20s %-20s %s%n", columns)
                .replaceFirst(" +(\\R)$", "$1");
    }
}

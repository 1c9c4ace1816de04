package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.linux.nftables.TableListing;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads our table back: what a listing says of services and pools. What is not of our making is passed over. */
final class ListedTranslations {

    private static final Pattern QUOTED_ADDRESS = Pattern.compile("\"((?:[0-9a-f]+[.:]|::)[0-9a-f.:]*)\"");

    private final TableListing listing;
    private final Map<String, Pool> pools = new HashMap<>();
    private final Map<ServiceKey.ByAddress, Pool> services = new HashMap<>();

    private ListedTranslations(TableListing listing) {
        this.listing = listing;
    }

    static Translations of(TableListing listing) {
        ListedTranslations reading = new ListedTranslations(listing);
        for (AddressFamily family : AddressFamily.values()) {
            String digit = family == AddressFamily.IPV4 ? "4" : "6";
            for (TransportProtocol protocol : TransportProtocol.values()) {
                listing.elementsOf(protocol.name().toLowerCase(Locale.ROOT) + digit)
                        .forEach(element -> reading.service(protocol, element, element.get(1)));
            }
            listing.elementsOf("every_port" + digit)
                    .forEach(element -> reading.service(
                            TransportProtocol.valueOf(element.get(0).toUpperCase(Locale.ROOT)),
                            element.subList(1, element.size()),
                            "0"));
        }
        return new Translations(reading.services);
    }

    private void service(TransportProtocol protocol, List<String> element, String port) {
        String chain = element.get(element.size() - 1);
        services.put(
                new ServiceKey.ByAddress(protocol, address(element.get(0)), Integer.parseInt(port)),
                pools.computeIfAbsent(chain, this::pool));
    }

    private Pool pool(String chain) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String rule : listing.rules().getOrDefault(chain, List.of())) {
            Matcher matcher = QUOTED_ADDRESS.matcher(rule);
            while (matcher.find()) {
                addresses.add(address(matcher.group(1)));
            }
        }
        return new Pool(chain, addresses);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(text + " is no address", e);
        }
    }
}

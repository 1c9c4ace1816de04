package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The destinations of all services in one text, as {@code /proc/net/ip_vs} has them:
 *
 * <pre>
 *  TCP  0A000001:0050 wlc persistent 300 FFFFFFFF
 *    -&gt; C6336401:0050      Masq    1      0          0
 *  TCP  [2001:0db8:0000:0000:0000:0000:0000:0001]:0050 rr
 *    -&gt; [2001:0db8:0000:0000:0000:0000:0000:0002]:0050      Route   1      0          0
 *  FWM  00000007 rr
 * </pre>
 *
 * <p>A firewall mark does not tell its family, so its service is left out; so is a service below which a line is not
 * understood. Whoever reads asks the kernel for these.
 */
final class TableListing {

    private static final int HEX = 16;
    private static final int IPV6_GROUPS = 8;
    private static final int UNKNOWN = -1;

    private final Map<ServiceKey, List<ListedDestination>> services = new HashMap<>();
    private @Nullable ServiceKey current;

    private TableListing() {}

    /** Destinations by service, in the kernel's order. */
    static Map<ServiceKey, List<ListedDestination>> parse(String text) {
        TableListing listing = new TableListing();
        text.lines().forEach(listing::take);
        return listing.services;
    }

    private void take(String line) {
        StringTokenizer words = new StringTokenizer(line, " ");
        String first = words.hasMoreTokens() ? words.nextToken() : "";
        if (first.equals("->")) {
            ServiceKey above = current;
            if (above != null) {
                destination(above, words);
            }
            return;
        }
        current = service(first, words);
        if (current != null) {
            services.put(current, new ArrayList<>(1));
        }
    }

    private void destination(ServiceKey service, StringTokenizer words) {
        try {
            DestinationKey key = endpoint(words.nextToken());
            int method = method(words.nextToken());
            if (method != UNKNOWN) {
                int weight = Integer.parseInt(words.nextToken());
                long active = Long.parseLong(words.nextToken());
                long inactive = Long.parseLong(words.nextToken());
                services.computeIfAbsent(service, absent -> new ArrayList<>(1))
                        .add(new ListedDestination(key, method, weight, active, inactive));
                return;
            }
        } catch (RuntimeException e) {
            // Not the form above: as with a method that is not known, the service is left to the other way.
        }
        services.remove(service);
        current = null;
    }

    private static @Nullable ServiceKey service(String word, StringTokenizer words) {
        for (TransportProtocol protocol : TransportProtocol.values()) {
            if (protocol.name().equals(word)) {
                try {
                    DestinationKey endpoint = endpoint(words.nextToken());
                    return new ServiceKey.ByAddress(protocol, endpoint.address(), endpoint.port());
                } catch (RuntimeException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static int method(String word) {
        return switch (word) {
            case "Masq" -> ForwardingMethod.MASQUERADING;
            case "Route" -> ForwardingMethod.DIRECT_ROUTING;
            case "Tunnel" -> ForwardingMethod.TUNNEL;
            default -> UNKNOWN;
        };
    }

    /** {@code C6336401:0050} or {@code [2001:0db8:...]:0050}. */
    private static DestinationKey endpoint(String word) {
        int colon = word.lastIndexOf(':');
        int port = Integer.parseInt(word, colon + 1, word.length(), HEX);
        return new DestinationKey(word.charAt(0) == '[' ? address6(word) : address4(word, colon), port);
    }

    private static InetAddress address4(String word, int end) {
        int bits = Integer.parseUnsignedInt(word, 0, end, HEX);
        return WireAddress.decode(
                AddressFamily.IPV4,
                new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
    }

    private static InetAddress address6(String word) {
        byte[] bytes = new byte[WireAddress.SIZE];
        int start = 1;
        for (int i = 0; i < IPV6_GROUPS; i++) {
            int group = Integer.parseInt(word, start, start + 4, HEX);
            bytes[2 * i] = (byte) (group >>> 8);
            bytes[2 * i + 1] = (byte) group;
            start += 5;
        }
        return WireAddress.decode(AddressFamily.IPV6, bytes);
    }
}

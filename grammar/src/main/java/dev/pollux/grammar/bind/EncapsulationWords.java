package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.RouteEncapsulation;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code encap mpls|ip|ip6|ila ...} of a route. */
final class EncapsulationWords {

    private static final long BYTE = 0xFF;
    private static final long SHORT = 0xFFFF;
    private static final int MOST_LABEL = 0xFFFFF;
    private static final int LOCATOR_PARTS = 4;

    private EncapsulationWords() {}

    static @Nullable RouteEncapsulation read(LineCursor words) {
        String type = words.argument();
        return switch (type) {
            case "mpls" -> mpls(words);
            case "ip" -> ip(words, false);
            case "ip6" -> ip(words, true);
            case "ila" -> ila(words);
            default -> {
                words.spoil("'" + type + "' is no encapsulation", "write mpls, ip, ip6 or ila");
                yield null;
            }
        };
    }

    private static @Nullable RouteEncapsulation mpls(LineCursor words) {
        List<Integer> labels = new ArrayList<>();
        String text = words.argument();
        for (String label : text.split("/", -1)) {
            try {
                labels.add(Integer.parseUnsignedInt(label));
            } catch (NumberFormatException e) {
                labels.add(-1);
            }
        }
        if (labels.stream().anyMatch(label -> label < 0 || label > MOST_LABEL)) {
            words.spoil("'" + text + "' are no MPLS labels", "write LABEL[/LABEL...]");
            return null;
        }
        return new RouteEncapsulation.Mpls(labels);
    }

    private static RouteEncapsulation ip(LineCursor words, boolean ipv6) {
        long id = 0;
        InetAddress destination = null;
        InetAddress source = null;
        int hopLimit = 0;
        int trafficClass = 0;
        int flags = 0;
        boolean more = true;
        while (more) {
            if (words.skip("id")) {
                id = words.number(Long.MAX_VALUE);
            } else if (words.skip("dst")) {
                destination = words.address();
            } else if (words.skip("src")) {
                source = words.address();
            } else if (words.skip("ttl") || words.skip("hoplimit")) {
                hopLimit = (int) words.number(BYTE);
            } else if (words.skip("tos") || words.skip("tc")) {
                trafficClass = (int) words.number(BYTE);
            } else if (words.skip("flags")) {
                flags = (int) words.number(SHORT);
            } else {
                more = false;
            }
        }
        return new RouteEncapsulation.Ip(ipv6, id, destination, source, hopLimit, trafficClass, flags);
    }

    private static @Nullable RouteEncapsulation ila(LineCursor words) {
        String text = words.argument();
        String[] parts = text.split(":", -1);
        long locator = 0;
        try {
            for (String part : parts) {
                int value = Integer.parseUnsignedInt(part, 16);
                locator = value >>> 16 == 0 ? locator << 16 | value : Long.parseLong("");
            }
            if (parts.length == LOCATOR_PARTS) {
                return new RouteEncapsulation.Ila(locator);
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        words.spoil("'" + text + "' is no ILA locator", "write four groups of hexadecimal digits with colons");
        return null;
    }
}

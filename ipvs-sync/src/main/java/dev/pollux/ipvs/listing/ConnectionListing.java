package dev.pollux.ipvs.listing;

import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.table.EndpointText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists connections as {@code /proc/net/ip_vs_conn} has them.
 *
 * @param engineData with what persistence engines know of them
 */
public record ConnectionListing(EndpointText endpoints, boolean engineData) {

    private static final Pattern LINE = Pattern.compile(
            "(\\S+)\\s+" + "([0-9A-F:a-f]+) ([0-9A-F]+)\\s+".repeat(3) + "(\\S+)\\s+(\\d+)(?: (\\S+) (.*))?\\s*");
    private static final int SECONDS = 60;

    /** What stands above the lines. */
    public String headings() {
        return "IPVS connection entries\n"
                + "pro expire state       source             virtual            destination"
                + (engineData ? "        pe name          pe_data\n" : "\n");
    }

    /** The line of a connection; empty for what is none, such as the kernel's own heading. */
    public Optional<String> line(String entry) {
        Matcher fields = LINE.matcher(entry);
        return fields.matches() ? Optional.of(line(fields)) : Optional.empty();
    }

    private String line(Matcher fields) {
        String name = fields.group(1);
        @Nullable
        TransportProtocol protocol = Stream.of(TransportProtocol.values())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(null);
        int expires = Integer.parseInt(fields.group(9));
        String destination = endpoint(fields, 6, protocol);
        String text = "%-3s %-6s %-11s %-18s %-18s "
                .formatted(
                        name,
                        "%02d:%02d".formatted(expires / SECONDS, expires % SECONDS),
                        fields.group(8),
                        endpoint(fields, 2, protocol),
                        endpoint(fields, 4, protocol));
        return engineData && fields.group(10) != null
                ? text + "%-16s %-18s %s\n".formatted(destination, fields.group(10), fields.group(11))
                : text + destination + "\n";
    }

    private String endpoint(Matcher fields, int first, @Nullable TransportProtocol protocol) {
        return endpoints.of(address(fields.group(first)), Integer.parseInt(fields.group(first + 1), 16), protocol);
    }

    private static InetAddress address(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(":", ""));
        try {
            return bytes.length == Integer.BYTES
                    ? InetAddress.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(hex, e);
        }
    }
}

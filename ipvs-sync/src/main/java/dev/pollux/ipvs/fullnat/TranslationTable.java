package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.ruleset.OwnTable;
import dev.pollux.ipvs.ruleset.SetContent;
import dev.pollux.linux.nftables.TableListing;
import dev.pollux.linux.nftables.TableName;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The nftables table that translates sources, as scripts for nft(8).
 *
 * <pre>
 * table inet pollux_fullnat {
 *   set addresses4 { 192.0.2.10 }                                   the services' addresses
 *   map tcp4 { 192.0.2.10 . 80 : goto from_laddr_g1_ipv4 }          one element a service; udp4, sctp4, tcp6, ...
 *   map every_port4 { tcp . 192.0.2.11 : goto from_laddr_g1_ipv4 }  services without a port
 *   chain from_laddr_g1_ipv4 {                                      one chain a pool
 *     snat ip to numgen inc mod 2 map { 0 : 10.1.0.50, 1 : 10.1.0.51 }
 *   }
 *   chain postrouting { type nat hook postrouting priority srcnat
 *     ip daddr @addresses4 return                                   forwarded to another director, not balanced here
 *     meta l4proto tcp ct original ip daddr . ct original proto-dst vmap @tcp4      one rule a protocol
 *   }
 * }
 * </pre>
 *
 * A connection that IPVS has balanced is known by its original destination being a service and its present one not. The rules
 * see the first packet of a connection only, so a change here never touches an established one.
 */
final class TranslationTable implements OwnTable<TranslationTable> {

    /** The table in the kernel. */
    static final TableName NAME = new TableName("inet", "pollux_fullnat");

    private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

    /** Chain of each pool, with its rule. */
    private final Map<String, String> chains = new TreeMap<>();

    private final SetContent content = new SetContent();

    private TranslationTable() {}

    static TranslationTable of(Translations translations) {
        TranslationTable table = new TranslationTable();
        translations.pools().forEach(table::add);
        return table;
    }

    private void add(ServiceKey.ByAddress service, Pool pool) {
        String address = AddressText.of(service.address());
        String protocol = service.protocol().name().toLowerCase(Locale.ROOT);
        String digit = digit(service.family());
        chains.put(pool.name(), rule(pool));
        content.put("addresses" + digit, address, "");
        if (service.port() == 0) {
            content.put("every_port" + digit, protocol + " . " + address, "goto " + pool.name());
        } else {
            content.put(protocol + digit, address + " . " + service.port(), "goto " + pool.name());
        }
    }

    private static String rule(Pool pool) {
        List<InetAddress> addresses = pool.addresses();
        if (addresses.isEmpty()) {
            return "masquerade";
        }
        String snat = AddressFamily.of(addresses.get(0)) == AddressFamily.IPV4 ? "snat ip to " : "snat ip6 to ";
        if (addresses.size() == 1) {
            return snat + AddressText.of(addresses.get(0));
        }
        return snat + "numgen inc mod " + addresses.size() + " map { "
                + IntStream.range(0, addresses.size())
                        .mapToObj(i -> i + " : " + AddressText.of(addresses.get(i)))
                        .collect(Collectors.joining(", "))
                + " }";
    }

    @Override
    public TableName name() {
        return NAME;
    }

    @Override
    public String creation() {
        List<String> lines = new ArrayList<>();
        lines.add("add table " + NAME);
        lines.add("delete table " + NAME);
        lines.add("add table " + NAME);
        for (AddressFamily family : AddressFamily.values()) {
            String digit = digit(family);
            String type = family == AddressFamily.IPV4 ? "ipv4_addr" : "ipv6_addr";
            lines.add("add set " + NAME + " addresses" + digit + " { type " + type + "; }");
            lines.add("add map " + NAME + " every_port" + digit + " { type inet_proto . " + type + " : verdict; }");
            PROTOCOLS.forEach(protocol -> lines.add(
                    "add map " + NAME + " " + protocol + digit + " { type " + type + " . inet_service : verdict; }"));
        }
        lines.add("add chain " + NAME + " postrouting { type nat hook postrouting priority srcnat; policy accept; }");
        for (AddressFamily family : AddressFamily.values()) {
            baseRules(family, lines);
        }
        lines.addAll(changeLines(new TranslationTable()));
        return text(lines);
    }

    private static void baseRules(AddressFamily family, List<String> lines) {
        String digit = digit(family);
        String ip = family == AddressFamily.IPV4 ? "ip" : "ip6";
        String start = "add rule " + NAME + " postrouting ";
        lines.add(start + ip + " daddr @addresses" + digit + " return");
        for (String protocol : PROTOCOLS) {
            lines.add(start + "meta nfproto " + (family == AddressFamily.IPV4 ? "ipv4" : "ipv6") + " meta l4proto "
                    + protocol + " ct original " + ip + " daddr . ct original proto-dst vmap @" + protocol + digit);
        }
        lines.add(start + "meta l4proto . ct original " + ip + " daddr vmap @every_port" + digit);
    }

    @Override
    public String change(TranslationTable old) {
        return text(changeLines(old));
    }

    private List<String> changeLines(TranslationTable old) {
        List<String> lines = new ArrayList<>();
        chains.forEach((chain, rule) -> {
            if (!rule.equals(old.chains.get(chain))) {
                lines.add((old.chains.containsKey(chain) ? "flush chain " : "add chain ") + NAME + " " + chain);
                lines.add("add rule " + NAME + " " + chain + " " + rule);
            }
        });
        lines.addAll(content.changes(old.content, NAME));
        old.chains.keySet().stream().filter(chain -> !chains.containsKey(chain)).forEach(chain -> {
            lines.add("flush chain " + NAME + " " + chain);
            lines.add("delete chain " + NAME + " " + chain);
        });
        return lines;
    }

    @Override
    public Map<String, Set<List<String>>> elements(TableListing written) {
        return elements();
    }

    /** The content of sets and maps, as a {@link TableListing} has it. */
    Map<String, Set<List<String>>> elements() {
        return content.listing();
    }

    private static String digit(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "4" : "6";
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}

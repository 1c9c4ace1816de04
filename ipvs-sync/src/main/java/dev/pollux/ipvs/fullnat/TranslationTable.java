package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.linux.nftables.TableName;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
final class TranslationTable {

    /** The table in the kernel. */
    static final TableName NAME = new TableName("inet", "pollux_fullnat");

    private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

    /** Chain of each pool, with its rule. */
    private final Map<String, String> chains = new TreeMap<>();

    /** Of each set and map: key as nft writes it, and what stands behind the colon, for a set nothing. */
    private final Map<String, Map<String, String>> content = new TreeMap<>();

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
        content("addresses" + digit).put(address, "");
        if (service.port() == 0) {
            content("every_port" + digit).put(protocol + " . " + address, pool.name());
        } else {
            content(protocol + digit).put(address + " . " + service.port(), pool.name());
        }
    }

    private Map<String, String> content(String set) {
        return content.computeIfAbsent(set, name -> new TreeMap<>());
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

    /** Makes the table, in place of one that may be there. */
    String creation() {
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

    /** Removes the table if it is there. */
    static String removal() {
        return text(List.of("add table " + NAME, "delete table " + NAME));
    }

    /** Changes the table from what {@code old} made it; empty where there is nothing to change. */
    String change(TranslationTable old) {
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
        Set<String> sets = new HashSet<>(content.keySet());
        sets.addAll(old.content.keySet());
        sets.stream().sorted().forEach(set -> elements(set, old, lines));
        old.chains.keySet().stream().filter(chain -> !chains.containsKey(chain)).forEach(chain -> {
            lines.add("flush chain " + NAME + " " + chain);
            lines.add("delete chain " + NAME + " " + chain);
        });
        return lines;
    }

    private void elements(String set, TranslationTable old, List<String> lines) {
        Map<String, String> wanted = content.getOrDefault(set, Map.of());
        Map<String, String> present = old.content.getOrDefault(set, Map.of());
        List<String> gone = present.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(wanted.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        List<String> fresh = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(present.get(entry.getKey())))
                .map(entry ->
                        entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + " : goto " + entry.getValue())
                .toList();
        if (!gone.isEmpty()) {
            lines.add("delete element " + NAME + " " + set + " { " + String.join(", ", gone) + " }");
        }
        if (!fresh.isEmpty()) {
            lines.add("add element " + NAME + " " + set + " { " + String.join(", ", fresh) + " }");
        }
    }

    /** The content of sets and maps, as a {@link dev.pollux.linux.nftables.TableListing} has it. */
    Map<String, Set<List<String>>> elements() {
        Map<String, Set<List<String>>> elements = new HashMap<>();
        content.forEach((set, keys) -> {
            Set<List<String>> lists = new HashSet<>();
            keys.forEach((key, chain) -> {
                List<String> values = new ArrayList<>(List.of(key.split(" \\. ", -1)));
                if (!chain.isEmpty()) {
                    values.add(chain);
                }
                lists.add(List.copyOf(values));
            });
            elements.put(set, lists);
        });
        return elements;
    }

    private static String digit(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "4" : "6";
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}

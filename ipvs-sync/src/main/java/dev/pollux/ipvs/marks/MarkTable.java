package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.ruleset.OwnTable;
import dev.pollux.ipvs.ruleset.SetContent;
import dev.pollux.linux.nftables.TableListing;
import dev.pollux.linux.nftables.TableName;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nftables table that marks packets to the addresses of groups, as scripts for nft(8).
 *
 * <pre>
 * table inet keepalived_ipvs {
 *   map tcp4 { 192.0.2.1-192.0.2.9 . 80 : 1000 }        a group's addresses of one port; udp4, sctp4, tcp6, ...
 *   map every_port4 { tcp . 192.0.2.20 : 1000 }         addresses without a port
 *   chain mark_services {
 *     meta mark set meta l4proto . ip daddr map @every_port4
 *     meta mark set ip daddr . tcp dport map @tcp4      one rule a protocol; a port has the last word, as with IPVS
 *   }
 *   chain prerouting { type filter hook prerouting priority -1; jump mark_services }
 *   chain output { type filter hook output priority -150; jump mark_services }      clients on this machine
 * }
 * </pre>
 *
 * What is not in a map keeps its mark. The chain of output goes before IPVS, which balances this machine's own packets at
 * priority -99.
 */
final class MarkTable implements OwnTable<MarkTable> {

    private static final int BEFORE_IPVS = -150;
    private static final String FAMILY = "inet";

    private final MarkSettings settings;
    private final SetContent content = new SetContent();

    private MarkTable(MarkSettings settings) {
        this.settings = settings;
    }

    static MarkTable empty(MarkSettings settings) {
        return new MarkTable(settings);
    }

    static MarkTable of(MarkSettings settings, GroupMarks marks, Configuration configuration) {
        MarkTable table = new MarkTable(settings);
        Map<Target, List<InetAddress>> ranges = new LinkedHashMap<>();
        marks.addresses(configuration.virtualServers()).forEach((service, mark) -> ranges.computeIfAbsent(
                        Target.of(service, mark), target -> new ArrayList<>())
                .add(service.address()));
        ranges.forEach((target, addresses) -> AddressRanges.of(addresses).forEach(range -> table.add(target, range)));
        return table;
    }

    private void add(Target target, String range) {
        String digit = digit(target.family());
        String mark = String.valueOf(target.mark());
        if (target.port() == 0) {
            content.put("every_port" + digit, target.protocol() + " . " + range, mark);
        } else {
            content.put(target.protocol() + digit, range + " . " + target.port(), mark);
        }
    }

    @Override
    public TableName name() {
        return new TableName(FAMILY, settings.table());
    }

    @Override
    public String creation() {
        List<String> lines = new ArrayList<>();
        lines.add("add table " + name());
        lines.add("delete table " + name());
        lines.add("add table " + name());
        lines.add("add chain " + name() + " mark_services");
        for (AddressFamily family : AddressFamily.values()) {
            maps(family, lines);
        }
        hook("prerouting", settings.priority(), lines);
        hook("output", Math.min(settings.priority(), BEFORE_IPVS), lines);
        lines.addAll(content.changes(new SetContent(), name()));
        return text(lines);
    }

    private void maps(AddressFamily family, List<String> lines) {
        String digit = digit(family);
        String ip = family == AddressFamily.IPV4 ? "ip" : "ip6";
        String type = family == AddressFamily.IPV4 ? "ipv4_addr" : "ipv6_addr";
        String set = "add rule " + name() + " mark_services meta mark set ";
        lines.add("add map " + name() + " every_port" + digit + " { type inet_proto . " + type
                + " : mark; flags interval; }");
        lines.add(set + "meta l4proto . " + ip + " daddr map @every_port" + digit);
        for (TransportProtocol protocol : TransportProtocol.values()) {
            lines.add("add map " + name() + " " + protocol + digit + " { type " + type
                    + " . inet_service : mark; flags interval; }");
            lines.add(set + ip + " daddr . " + protocol + " dport map @" + protocol + digit);
        }
    }

    private void hook(String hook, int priority, List<String> lines) {
        lines.add("add chain " + name() + " " + hook + " { type filter hook " + hook + " priority " + priority
                + "; policy accept; }");
        lines.add("add rule " + name() + " " + hook + " jump mark_services");
    }

    @Override
    public String change(MarkTable old) {
        return settings.priority() == old.settings.priority() ? text(content.changes(old.content, name())) : creation();
    }

    /** As nft showed them: a range that is also a prefix it writes as such, and which ones depends on its version. */
    @Override
    public Map<String, Set<List<String>>> elements(TableListing written) {
        return written.elements();
    }

    private static String digit(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "4" : "6";
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Addresses that differ in nothing but the address. */
    private record Target(AddressFamily family, TransportProtocol protocol, int port, long mark) {
        static Target of(ServiceKey.ByAddress service, long mark) {
            return new Target(service.family(), service.protocol(), service.port(), mark);
        }
    }
}

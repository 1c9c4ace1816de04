package dev.pollux.vrrp.firewall;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.vrrp.firewall.FirewallRules.Refused;
import java.net.Inet4Address;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rules as a script for {@code nft -f}, which replaces both tables in one transaction. Their names and chains are keepalived's.
 *
 * <p>A macvlan joins the group of adverts as every interface does, and its IGMP reports come from the virtual MAC address: from
 * a standby they would tell switches that the master is here. They are sent from the interface below instead.
 */
final class FirewallScript {

    private final FirewallSettings settings;
    private final FirewallRules rules;
    private final boolean duplicate;
    private final StringBuilder text = new StringBuilder();

    private FirewallScript(FirewallSettings settings, FirewallRules rules, boolean duplicate) {
        this.settings = settings;
        this.rules = rules;
        this.duplicate = duplicate;
    }

    /** @param duplicate reports are sent from the interface below; else they are dropped: not every kernel can duplicate */
    static String of(FirewallSettings settings, FirewallRules rules, boolean duplicate) {
        FirewallScript script = new FirewallScript(settings, rules, duplicate);
        script.table("ip", script::ipv4);
        script.table("ip6", script::ipv6);
        return script.text.toString();
    }

    private void table(String family, Runnable content) {
        String name = family + " " + settings.table();
        text.append("add table ").append(name).append('\n');
        text.append("delete table ").append(name).append('\n');
        if (!rules.isEmpty()) {
            text.append("table ").append(name).append(" {\n");
            content.run();
            text.append("}\n");
        }
    }

    private void ipv4() {
        List<Refused> vips = refused(address -> address.address() instanceof Inet4Address);
        set("vips", "ipv4_addr", vips, address -> AddressText.of(address.address()));
        chain("in", "input", () -> drop(vips, "ip daddr @vips"));
        chain("out", "output", () -> {
            new TreeMap<>(rules.virtualInterfaces())
                    .forEach((name, base) -> report(
                            "ip protocol igmp oifname \"" + name + "\"", " dup to ip daddr device \"" + base + "\""));
            drop(vips, "ip saddr @vips");
        });
    }

    private void ipv6() {
        List<Refused> vips = refused(address -> !(address.address() instanceof Inet4Address)
                && !address.address().isLinkLocalAddress());
        List<Refused> linkLocal = refused(address -> !(address.address() instanceof Inet4Address)
                && address.address().isLinkLocalAddress());
        set("vips", "ipv6_addr", vips, address -> AddressText.of(address.address()));
        set(
                "vips_link_local",
                "ipv6_addr . ifname",
                linkLocal,
                address -> AddressText.of(address.address()) + " . \"" + address.interfaceName() + '"');
        chain("in", "input", () -> {
            neighbourDiscovery(vips, linkLocal);
            drop(vips, "ip6 daddr @vips");
            drop(linkLocal, "ip6 daddr . iifname @vips_link_local");
        });
        chain("out", "output", () -> {
            new TreeMap<>(rules.virtualInterfaces()).forEach((name, base) -> {
                report(
                        "icmpv6 type mld2-listener-report oifname \"" + name + "\"",
                        " dup to ip6 daddr device \"" + base + "\"");
                line("icmpv6 type nd-router-solicit oifname \"" + name + "\" drop");
            });
            neighbourDiscovery(vips, linkLocal);
            drop(vips, "ip6 saddr @vips");
            drop(linkLocal, "ip6 saddr . oifname @vips_link_local");
        });
    }

    private void neighbourDiscovery(List<Refused> vips, List<Refused> linkLocal) {
        if (!vips.isEmpty() || !linkLocal.isEmpty()) {
            line("icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept");
        }
    }

    private List<Refused> refused(Predicate<Refused> which) {
        return rules.refused().stream()
                .filter(which)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private void set(String name, String type, List<Refused> elements, Function<Refused, String> form) {
        if (!elements.isEmpty()) {
            String all = elements.stream().map(form).distinct().collect(Collectors.joining(", "));
            line("set " + name + " { type " + type + "; elements = { " + all + " } }");
        }
    }

    private void chain(String name, String hook, Runnable content) {
        line("chain " + name + " {");
        line("type filter hook " + hook + " priority " + settings.priority() + "; policy accept;");
        content.run();
        line("}");
    }

    private void report(String packets, String elsewhere) {
        line(packets + (settings.counters() ? " counter" : "") + (duplicate ? elsewhere : "") + " drop");
    }

    private void drop(List<Refused> addresses, String packets) {
        if (!addresses.isEmpty()) {
            line(packets + (settings.counters() ? " counter" : "") + " drop");
        }
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }
}

package dev.pollux.director.host;

import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.linux.process.ProcessStatus;
import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.LinkFlags;
import dev.pollux.linux.route.NextHop;
import dev.pollux.linux.route.Prefix;
import dev.pollux.linux.route.Route;
import dev.pollux.linux.route.RouteKey;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine made up for a test: lo and eth0 with 10.0.0.11/24 and fd00::11/64, default routes to .1, every module loadable. */
public final class FactsBuilder {

    private static final int UP = 0x1 | 0x40;
    private static final int LOOPBACK = 0x8;
    private static final int NO_ARP = 0x80;

    private final List<Link> links = new ArrayList<>();
    private final List<InterfaceAddress> addresses = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Integer> sysctls = new HashMap<>();
    private final Set<String> modules = new HashSet<>();
    private final Set<Integer> ports = new HashSet<>();
    private final List<Integer> keepalived = new ArrayList<>();
    private final List<ManagedInterface> managed = new ArrayList<>();
    private Set<String> loadable = Set.of();
    private boolean modulesKnown;
    private long capabilities = -1;

    private FactsBuilder() {}

    public static FactsBuilder machine() {
        return new FactsBuilder()
                .link("lo", UP | LOOPBACK, 65536)
                .link("eth0", UP, 1500)
                .address("127.0.0.1/8", "lo")
                .address("10.0.0.11/24", "eth0")
                .address("fd00::11/64", "eth0")
                .route("10.0.0.0/24", null, "eth0", 0)
                .route("fd00::/64", null, "eth0", 256)
                .route("0.0.0.0/0", "10.0.0.1", "eth0", 0)
                .route("::/0", "fd00::1", "eth0", 1024);
    }

    public FactsBuilder lan(String name) {
        return link(name, UP, 1500);
    }

    public FactsBuilder tunnel(String name) {
        return link(name, UP | NO_ARP, 1480);
    }

    public FactsBuilder link(String name, int flags, int mtu) {
        int index = links.size() + 1;
        byte[] mac = {2, 0, 0, 0, 0, (byte) index};
        boolean ethernet = (flags & (LOOPBACK | NO_ARP)) == 0;
        HardwareAddress address = ethernet ? HardwareAddress.of(mac) : HardwareAddress.NONE;
        links.add(new Link(index, name, new LinkFlags(flags), address, mtu));
        return this;
    }

    public FactsBuilder address(String prefix, String link) {
        return address(prefix, link, 0);
    }

    public FactsBuilder address(String prefix, String link, int flags) {
        Prefix parsed = prefix(prefix);
        addresses.add(InterfaceAddress.of(index(link), parsed.address(), parsed.length())
                .withFlags(flags));
        return this;
    }

    public FactsBuilder route(String prefix, @Nullable String gateway, String link, long metric) {
        InetAddress by = gateway == null ? null : ip(gateway);
        routes.add(
                Route.to(new RouteKey(prefix(prefix), 0, RouteKey.MAIN_TABLE, metric), NextHop.via(by, index(link))));
        return this;
    }

    public FactsBuilder withoutRoutes() {
        routes.clear();
        return this;
    }

    /** A kernel setting, named as sysctl(8) has it, with dots. */
    public FactsBuilder sysctl(String name, int value) {
        sysctls.put(Sysctls.path(name), value);
        return this;
    }

    public FactsBuilder module(String name) {
        modules.add(name);
        return this;
    }

    /** Only these can be loaded. */
    public FactsBuilder loadable(String... names) {
        modulesKnown = true;
        loadable = Set.of(names);
        return this;
    }

    public FactsBuilder udpPort(int port) {
        ports.add(port);
        return this;
    }

    public FactsBuilder keepalived(int pid) {
        keepalived.add(pid);
        return this;
    }

    public FactsBuilder managed(ManagedInterface each) {
        managed.add(each);
        return this;
    }

    public FactsBuilder capabilities(long set) {
        capabilities = set;
        return this;
    }

    public HostFacts facts() {
        return new HostFacts(
                new NetworkFacts(links, addresses, routes, ports),
                new Sysctls(sysctls),
                new KernelModules(modules, loadable, modulesKnown),
                new ProgramFacts(new ProcessStatus(0, capabilities), keepalived, managed));
    }

    public static InetAddress ip(String text) {
        return Objects.requireNonNull(AddressLiteral.parse(text), text);
    }

    private static Prefix prefix(String text) {
        int slash = text.indexOf('/');
        return new Prefix(ip(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    private int index(String link) {
        return links.stream()
                .filter(each -> each.name().equals(link))
                .findFirst()
                .orElseThrow()
                .index();
    }
}

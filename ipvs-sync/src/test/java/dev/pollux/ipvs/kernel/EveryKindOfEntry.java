package dev.pollux.ipvs.kernel;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.Service;
import dev.pollux.ipvs.table.TableEntry;
import java.util.ArrayList;
import java.util.List;

/** A table with every scheduler of Debian's kernel, every flag, family, protocol and forwarding method. */
final class EveryKindOfEntry {

    private static final List<String> SCHEDULERS =
            List.of("rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "sed", "nq", "fo", "ovf", "mh");

    private final List<TableEntry> entries = new ArrayList<>();

    private EveryKindOfEntry() {}

    static IpvsTable table() {
        EveryKindOfEntry all = new EveryKindOfEntry();
        all.schedulers();
        all.services();
        all.destinations();
        return IpvsTable.of(all.entries);
    }

    private void schedulers() {
        for (int i = 0; i < SCHEDULERS.size(); i++) {
            add(new Service(tcp("10.0.1." + (i + 1), 80), SCHEDULERS.get(i), 0, 0, 0, null));
        }
        for (int flags = 0; flags < Service.SCHEDULER_3; flags += Service.ONE_PACKET) {
            add(new Service(udp("10.0.2." + (flags + 1), 53), "sh", flags, 0, 0, null));
            add(new Service(udp("10.0.2." + (flags + 2), 53), "mh", flags, 0, 0, null));
        }
        // ipvsadm has no word for the third flag of sh and mh, which mean nothing by it.
        for (int flags = Service.SCHEDULER_3; flags <= 0x3c; flags += Service.ONE_PACKET) {
            add(new Service(udp("10.0.2." + (flags + 3), 53), "wlc", flags, 0, 0, null));
        }
    }

    private void services() {
        add(new Service(tcp("10.0.3.1", 80), "rr", Service.PERSISTENT, 300, -1, null));
        add(new Service(tcp("10.0.3.2", 0), "wlc", Service.PERSISTENT, 1, 0xffff0000, null));
        add(new Service(udp("10.0.3.3", 5060), "wlc", Service.PERSISTENT, 60, -1, "sip"));
        add(new Service(tcp("fd00::3:4", 443), "wrr", Service.PERSISTENT, 31 * 86_400, 64, null));
        add(new Service(
                new ServiceKey.ByAddress(TransportProtocol.SCTP, address("10.0.3.5"), 99), "lc", 0, 0, 0, null));
        add(new Service(new ServiceKey.ByFirewallMark(AddressFamily.IPV4, 0x7fffffffL), "rr", 0, 0, 0, null));
        add(new Service(
                new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 7), "sh", Service.PERSISTENT | 0x18, 20, 48, null));
    }

    private void destinations() {
        add(
                service(tcp("10.0.4.1", 80)),
                destination("10.1.0.1", 8080, nat(), 3, 100, 50),
                destination("10.1.0.2", 80, direct(), 0, 0, 0),
                destination("10.1.0.3", 80, tunnel(ForwardingMethod.TYPE_IPIP, 0, 0), Integer.MAX_VALUE, 0, 0),
                destination("10.1.0.4", 80, tunnel(ForwardingMethod.TYPE_GUE, 6080, 0), 1, 2_000_000_000L, 1),
                destination("10.1.0.5", 80, tunnel(ForwardingMethod.TYPE_GUE, 6081, 1), 1, 0, 0),
                destination("10.1.0.6", 80, tunnel(ForwardingMethod.TYPE_GUE, 6082, 2), 1, 0, 0),
                destination("10.1.0.7", 80, tunnel(ForwardingMethod.TYPE_GRE, 0, 0), 1, 0, 0),
                destination("10.1.0.8", 80, tunnel(ForwardingMethod.TYPE_GRE, 0, 1), 1, 0, 0),
                destination("fd00:1::9", 80, tunnel(ForwardingMethod.TYPE_IPIP, 0, 0), 1, 0, 0));
        add(
                service(tcp("fd00::4:2", 80)),
                destination("fd00:1::1", 8080, nat(), 3, 0, 0),
                destination("fd00:1::2", 80, direct(), 1, 0, 0),
                destination("fd00:1::3", 80, tunnel(ForwardingMethod.TYPE_GRE, 0, 1), 1, 0, 0),
                destination("10.1.0.9", 80, tunnel(ForwardingMethod.TYPE_IPIP, 0, 0), 1, 0, 0));
        add(
                service(new ServiceKey.ByFirewallMark(AddressFamily.IPV4, 9)),
                destination("10.1.0.1", 0, direct(), 1, 0, 0),
                destination("10.1.0.2", 8080, nat(), 1, 0, 0));
        add(
                service(new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 9)),
                destination("fd00:1::1", 0, direct(), 1, 0, 0));
    }

    private void add(Service service, Destination... destinations) {
        entries.add(TableEntry.of(service, List.of(destinations)));
    }

    private static Service service(ServiceKey key) {
        return new Service(key, "wrr", 0, 0, 0, null);
    }

    private static ServiceKey udp(String address, int port) {
        return new ServiceKey.ByAddress(TransportProtocol.UDP, address(address), port);
    }

    private static Destination destination(
            String address, int port, ForwardingMethod method, int weight, long upper, long lower) {
        return new Destination(new DestinationKey(address(address), port), method, weight, upper, lower);
    }

    private static ForwardingMethod nat() {
        return new ForwardingMethod(ForwardingMethod.MASQUERADING, 0, 0, 0);
    }

    private static ForwardingMethod direct() {
        return new ForwardingMethod(ForwardingMethod.DIRECT_ROUTING, 0, 0, 0);
    }

    private static ForwardingMethod tunnel(int type, int port, int flags) {
        return new ForwardingMethod(ForwardingMethod.TUNNEL, type, port, flags);
    }
}

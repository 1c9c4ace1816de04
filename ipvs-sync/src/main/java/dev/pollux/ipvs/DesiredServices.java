package dev.pollux.ipvs;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import dev.pollux.ipvs.kernel.Expectation;
import dev.pollux.ipvs.marks.GroupMarks;
import dev.pollux.ipvs.policy.DesiredDestinations;
import dev.pollux.ipvs.policy.VirtualServerState;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.Service;
import dev.pollux.ipvs.table.TableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which virtual servers stand behind each service of the kernel's table: usually one. Where several name the same one
 * (two virtual servers of a group with a firewall mark, say), the first gives the settings and all give destinations, as
 * with keepalived.
 */
final class DesiredServices {

    private final Map<ServiceKey, List<VirtualServer>> servers = new LinkedHashMap<>();

    /** Of groups; any other virtual server is one service. */
    private final Map<VirtualServerKey, List<ServiceKey>> ofGroups = new HashMap<>();

    DesiredServices(Collection<VirtualServer> configured, GroupMarks marks) {
        for (VirtualServer server : configured) {
            if (server.key() instanceof VirtualServerKey.Group) {
                ofGroups.put(server.key(), marks.services(server));
            }
            for (ServiceKey service : of(server)) {
                servers.merge(service, List.of(server), DesiredServices::joined);
            }
        }
    }

    private static List<VirtualServer> joined(List<VirtualServer> first, List<VirtualServer> more) {
        List<VirtualServer> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    /** What stands in the kernel's table for a virtual server: its addresses, or the mark of its group. */
    List<ServiceKey> of(VirtualServer server) {
        return ofGroups.getOrDefault(server.key(), server.services());
    }

    /** The virtual servers that meet in a service. */
    List<VirtualServer> behind(ServiceKey service) {
        return servers.getOrDefault(service, List.of());
    }

    /**
     * All services.
     *
     * @param known entries that are known to come out
     */
    IpvsTable table(Function<VirtualServer, VirtualServerState> states, Expectation known) {
        Map<ServiceKey, TableEntry> entries = new LinkedHashMap<>();
        for (ServiceKey service : servers.keySet()) {
            TableEntry entry = known.of(service);
            entries.put(service, entry == null ? entry(service, states) : entry);
        }
        return new IpvsTable(entries);
    }

    /** Every service. */
    Set<ServiceKey> services() {
        return servers.keySet();
    }

    List<TableEntry> entries(Collection<ServiceKey> services, Function<VirtualServer, VirtualServerState> states) {
        return services.stream().map(service -> entry(service, states)).toList();
    }

    private TableEntry entry(ServiceKey service, Function<VirtualServer, VirtualServerState> states) {
        List<Destination> destinations = new ArrayList<>();
        List<VirtualServer> behind = behind(service);
        behind.forEach(server -> destinations.addAll(DesiredDestinations.of(service, server, states.apply(server))));
        return TableEntry.of(Service.of(service, behind.get(0).settings()), destinations);
    }
}

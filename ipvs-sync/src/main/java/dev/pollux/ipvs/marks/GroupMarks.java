package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which firewall mark stands for the addresses of which group: one for a group and protocol, both families. A group keeps its
 * mark for as long as it is configured, since connections are the service's. One that is given up is not given away again, as
 * with keepalived, so that the two directors of a pair agree. With another {@code nftables_ipvs_start_fwmark} it all begins
 * anew. Immutable.
 *
 * <p>Virtual servers whose sources are translated stay services by address: translation goes by that.
 */
public final class GroupMarks {

    private static final long LAST_MARK = 0xFFFFFFFFL;
    private static final GroupMarks NONE = new GroupMarks(0, 0, Map.of());

    /** The {@code nftables_ipvs_start_fwmark} under which they were given away. */
    private final long firstMark;

    /** The lowest that was never given away. */
    private final long nextMark;

    /** In the order they were given away. */
    private final Map<Owner, Long> marks;

    GroupMarks(long firstMark, long nextMark, Map<Owner, Long> marks) {
        this.firstMark = firstMark;
        this.nextMark = nextMark;
        this.marks = marks;
    }

    /** Every address is a service of its own. */
    public static GroupMarks none() {
        return NONE;
    }

    /** Those of the configuration that follows: groups that stay keep theirs, others get the next ones. */
    public GroupMarks next(Configuration configuration) {
        MarkSettings settings = configuration.global().ipvs().marks();
        if (settings == null) {
            return NONE;
        }
        Set<Long> taken = written(configuration.virtualServers());
        Set<Owner> owners = owners(configuration.virtualServers());
        Map<Owner, Long> next = new LinkedHashMap<>();
        boolean goesOn = firstMark == settings.firstMark();
        if (goesOn) {
            marks.forEach((owner, mark) -> {
                if (owners.contains(owner) && taken.add(mark)) {
                    next.put(owner, mark);
                }
            });
        }
        long candidate = goesOn ? nextMark : settings.firstMark();
        for (Owner owner : owners) {
            if (next.containsKey(owner)) {
                continue;
            }
            while (taken.contains(candidate)) {
                candidate++;
            }
            if (candidate > LAST_MARK) {
                break;
            }
            next.put(owner, candidate++);
        }
        return new GroupMarks(settings.firstMark(), candidate, next);
    }

    /** Marks that the configuration itself names. */
    private static Set<Long> written(Collection<VirtualServer> servers) {
        Set<Long> taken = new HashSet<>();
        for (VirtualServer server : servers) {
            for (ServiceKey service : server.services()) {
                if (service instanceof ServiceKey.ByFirewallMark mark) {
                    taken.add(mark.mark());
                }
            }
        }
        return taken;
    }

    private static Set<Owner> owners(Collection<VirtualServer> servers) {
        Set<Owner> owners = new LinkedHashSet<>();
        for (VirtualServer server : servers) {
            for (ServiceKey service : server.services()) {
                Owner owner = owner(server, service);
                if (owner != null) {
                    owners.add(owner);
                }
            }
        }
        return owners;
    }

    /** Null: the service stays what it is. */
    private static @Nullable Owner owner(VirtualServer server, ServiceKey service) {
        return server.key() instanceof VirtualServerKey.Group group
                        && server.sourceTranslation() == null
                        && service instanceof ServiceKey.ByAddress address
                ? new Owner(group.name(), address.protocol())
                : null;
    }

    public boolean isEmpty() {
        return marks.isEmpty();
    }

    /** What stands in the kernel's table for a virtual server. */
    public List<ServiceKey> services(VirtualServer server) {
        Set<ServiceKey> services = new LinkedHashSet<>();
        for (ServiceKey service : server.services()) {
            Long mark = mark(server, service);
            services.add(mark == null ? service : new ServiceKey.ByFirewallMark(service.family(), mark));
        }
        return List.copyOf(services);
    }

    /** The addresses to be marked, in file order; one of several groups belongs to the first. */
    Map<ServiceKey.ByAddress, Long> addresses(Collection<VirtualServer> servers) {
        Map<ServiceKey.ByAddress, Long> addresses = new LinkedHashMap<>();
        for (VirtualServer server : servers) {
            for (ServiceKey service : server.services()) {
                Long mark = mark(server, service);
                if (mark != null) {
                    addresses.putIfAbsent((ServiceKey.ByAddress) service, mark);
                }
            }
        }
        return addresses;
    }

    long firstMark() {
        return firstMark;
    }

    long nextMark() {
        return nextMark;
    }

    Map<Owner, Long> byOwner() {
        return marks;
    }

    private @Nullable Long mark(VirtualServer server, ServiceKey service) {
        Owner owner = owner(server, service);
        return owner == null ? null : marks.get(owner);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupMarks that
                && firstMark == that.firstMark
                && nextMark == that.nextMark
                && marks.equals(that.marks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(firstMark, nextMark, marks);
    }

    /** For people: {@code [web] tcp 1000, [web] udp 1001}. */
    @Override
    public String toString() {
        return marks.entrySet().stream()
                .map(entry ->
                        "[" + entry.getKey().group() + "] " + entry.getKey().protocol() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What has a mark. */
    record Owner(String group, TransportProtocol protocol) {}
}

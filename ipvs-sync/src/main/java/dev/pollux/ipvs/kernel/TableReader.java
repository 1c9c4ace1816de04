package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table with few system calls. The kernel tells the destinations of one service at a time, which for thousands
 * of services takes longer than all else; the listing has those of all at once, but without thresholds, tunnel settings
 * and traffic. So in a large table a service is asked for by itself only where the listing shows something unexpected, and
 * when its turn comes: every service is read whole once in a while. In between, its thresholds and tunnel settings are
 * taken to be as expected, and its traffic as it was.
 */
final class TableReader {

    /** As many services as are read whole each time; a smaller table always is. */
    static final int TURN = 1000;

    private final Source source;
    private Map<ServiceKey, ServiceLoad> lastLoads = Map.of();
    private long turn;

    /** Where the table comes from. */
    interface Source {
        List<ServiceReadout> services();

        List<DestinationReadout> destinations(ServiceKey service);

        /** Empty where there is none. */
        Map<ServiceKey, List<ListedDestination>> listing();
    }

    TableReader(Source source) {
        this.source = source;
    }

    /** Every service, with the destinations of those that are wanted, each asked for by itself. */
    TableReadout whole(Predicate<ServiceKey> withDestinations) {
        return new Pass(Map.of(), service -> null).read(source.services(), withDestinations);
    }

    /** These services with their destinations. */
    TableReadout whole(List<ServiceReadout> services) {
        return new Pass(Map.of(), service -> null).read(services, service -> true);
    }

    /**
     * The same, with what is expected of a service taken for true where the listing does not contradict.
     */
    TableReadout against(Predicate<ServiceKey> withDestinations, Expectation expected) {
        List<ServiceReadout> services = source.services();
        long wanted = services.stream()
                .filter(service -> withDestinations.test(service.service().key()))
                .count();
        Pass pass = wanted <= TURN ? new Pass(Map.of(), expected) : new Pass(source.listing(), expected);
        return pass.read(services, withDestinations);
    }

    /** One reading. */
    private final class Pass {

        private final Map<ServiceKey, List<ListedDestination>> listing;
        private final Expectation expected;
        private final Map<ServiceKey, ServiceLoad> loads = new HashMap<>();

        Pass(Map<ServiceKey, List<ListedDestination>> listing, Expectation expected) {
            this.listing = listing;
            this.expected = expected;
        }

        TableReadout read(List<ServiceReadout> services, Predicate<ServiceKey> withDestinations) {
            Map<ServiceKey, TableEntry> entries = new LinkedHashMap<>();
            int turns = Math.max(1, (services.size() + TURN - 1) / TURN);
            int index = 0;
            for (ServiceReadout service : services) {
                ServiceKey key = service.service().key();
                TableEntry entry = null;
                if (!withDestinations.test(key)) {
                    loads.put(key, new ServiceLoad(service.traffic(), Map.of()));
                    entry = TableEntry.of(service.service(), List.of());
                } else if (index++ % turns != turn % turns) {
                    entry = listed(service);
                }
                entries.putIfAbsent(key, entry == null ? asked(service) : entry);
            }
            turn++;
            lastLoads = loads;
            return new TableReadout(new IpvsTable(entries), loads);
        }

        private TableEntry asked(ServiceReadout service) {
            ServiceKey key = service.service().key();
            List<Destination> destinations = new ArrayList<>();
            Map<DestinationKey, DestinationLoad> busy = new HashMap<>();
            for (DestinationReadout readout : source.destinations(key)) {
                destinations.add(readout.destination());
                busy.put(readout.destination().key(), readout.load());
            }
            loads.put(key, new ServiceLoad(service.traffic(), busy));
            TableEntry entry = TableEntry.of(service.service(), destinations);
            TableEntry known = expected.of(key);
            return known != null && known.equals(entry) ? known : entry;
        }

        /** What the listing says of a service, or null where that does not do. */
        private @Nullable TableEntry listed(ServiceReadout service) {
            ServiceKey key = service.service().key();
            TableEntry known = expected.of(key);
            List<ListedDestination> lines = listing.get(key);
            if (known == null || lines == null) {
                return null;
            }
            boolean same = service.service().equals(known.service())
                    && lines.size() == known.destinations().size();
            Map<DestinationKey, DestinationLoad> busy = new HashMap<>();
            for (ListedDestination line : lines) {
                Destination likely = known.destinations().get(line.key());
                if (likely == null
                        || likely.forwarding().method() != line.method()
                        || likely.weight() != line.weight()) {
                    return null;
                }
                busy.put(line.key(), load(key, line));
            }
            if (!same) {
                return null;
            }
            loads.put(key, new ServiceLoad(service.traffic(), busy));
            return known;
        }

        private DestinationLoad load(ServiceKey service, ListedDestination line) {
            ServiceLoad before = lastLoads.get(service);
            DestinationLoad last = before == null ? null : before.destinations().get(line.key());
            DestinationLoad known = last == null ? DestinationLoad.NONE : last;
            return new DestinationLoad(line.active(), line.inactive(), known.persistent(), known.traffic());
        }
    }
}

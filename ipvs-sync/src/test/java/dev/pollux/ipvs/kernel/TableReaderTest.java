package dev.pollux.ipvs.kernel;

import static dev.pollux.ipvs.fixture.Tables.destination;
import static dev.pollux.ipvs.fixture.Tables.entry;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableReaderTest {

    private static final int SIZE = 4 * TableReader.TURN;
    private static final ServiceKey FIRST = service(0);

    private final Map<ServiceKey, TableEntry> kernel = new LinkedHashMap<>();
    private final Map<ServiceKey, TableEntry> expected = new LinkedHashMap<>();
    private final List<ServiceKey> asked = new ArrayList<>();
    private final TableReader reader = new TableReader(new TableReader.Source() {
        @Override
        public List<ServiceReadout> services() {
            return kernel.values().stream()
                    .map(entry -> new ServiceReadout(entry.service(), TrafficStatistics.NONE))
                    .toList();
        }

        @Override
        public List<DestinationReadout> destinations(ServiceKey service) {
            asked.add(service);
            return Objects.requireNonNull(kernel.get(service)).destinations().values().stream()
                    .map(one -> new DestinationReadout(
                            one, new DestinationLoad(5, 0, 0, new TrafficStatistics(9, 0, 0, 0, 0))))
                    .toList();
        }

        @Override
        public Map<ServiceKey, List<ListedDestination>> listing() {
            Map<ServiceKey, List<ListedDestination>> listing = new LinkedHashMap<>();
            kernel.forEach((key, entry) -> listing.put(
                    key,
                    entry.destinations().values().stream()
                            .map(one -> new ListedDestination(
                                    one.key(), one.forwarding().method(), one.weight(), 6, 0))
                            .toList()));
            return listing;
        }
    });

    @BeforeEach
    void fill() {
        for (int i = 0; i < SIZE; i++) {
            TableEntry entry = entry(service(i), "rr", destination(1 + i % 250, 1));
            kernel.put(service(i), entry);
            expected.put(service(i), entry);
        }
    }

    @Test
    void aSmallTableIsReadWhole() {
        kernel.keySet().retainAll(new ArrayList<>(kernel.keySet()).subList(0, TableReader.TURN));
        assertThat(read()).isEqualTo(new IpvsTable(kernel));
        assertThat(asked).hasSize(TableReader.TURN);
    }

    @Test
    void ofALargeOneEachServiceIsAskedForOnceInAWhile() {
        Set<ServiceKey> all = new HashSet<>();
        for (int i = 0; i < SIZE / TableReader.TURN; i++) {
            asked.clear();
            assertThat(read()).isEqualTo(new IpvsTable(expected));
            assertThat(asked).hasSize(TableReader.TURN);
            all.addAll(asked);
        }
        assertThat(all).isEqualTo(kernel.keySet());
    }

    @Test
    void everyDifferenceThatTheListingShowsIsSeenAtOnce() {
        kernel.put(service(1), entry(service(1), "rr", destination(2, 7)));
        kernel.put(service(2), entry(service(2), "rr"));
        kernel.put(service(3), entry(service(3), "rr", destination(4, 1), destination(200, 1)));
        kernel.put(service(5), entry(service(5), "wlc", destination(6, 1)));
        kernel.put(service(6), entry(service(6), "rr", nat(destination(7, 1))));
        kernel.remove(service(7));
        assertThat(read()).isEqualTo(new IpvsTable(kernel));
        assertThat(asked).hasSizeLessThan(TableReader.TURN + 10);
    }

    @Test
    void aThresholdIsSeenWhenItsTurnComes() {
        Destination limited = destination(2, 1);
        limited = new Destination(limited.key(), limited.forwarding(), limited.weight(), 100, 0);
        kernel.put(service(1), entry(service(1), "rr", limited));
        boolean seen = false;
        for (int i = 0; i < SIZE / TableReader.TURN; i++) {
            seen |= read().equals(new IpvsTable(kernel));
        }
        assertThat(seen).isTrue();
    }

    @Test
    void trafficIsThatOfTheLastTurnAndConnectionsAreNew() {
        reader.against(key -> true, expected::get);
        TableReadout second = reader.against(key -> true, expected::get);
        assertThat(second.loads().get(FIRST))
                .extracting(load -> load.destinations().get(destination(1, 1).key()))
                .isEqualTo(new DestinationLoad(6, 0, 0, new TrafficStatistics(9, 0, 0, 0, 0)));
    }

    private IpvsTable read() {
        return reader.against(key -> true, expected::get).table();
    }

    private static ServiceKey service(int index) {
        return tcp("10.0." + index / 250 + "." + (index % 250 + 1), 80);
    }

    private static Destination nat(Destination one) {
        return new Destination(
                one.key(),
                new ForwardingMethod(ForwardingMethod.MASQUERADING, 0, 0, 0),
                one.weight(),
                one.upperThreshold(),
                one.lowerThreshold());
    }
}

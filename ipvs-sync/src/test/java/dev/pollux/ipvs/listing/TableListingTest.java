package dev.pollux.ipvs.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.admin.AdminRequest;
import dev.pollux.ipvs.fixture.FewNames;
import dev.pollux.ipvs.fixture.Recorded;
import dev.pollux.ipvs.kernel.DestinationLoad;
import dev.pollux.ipvs.kernel.KernelInfo;
import dev.pollux.ipvs.kernel.ServiceLoad;
import dev.pollux.ipvs.kernel.TableReadout;
import dev.pollux.ipvs.kernel.TrafficRates;
import dev.pollux.ipvs.kernel.TrafficStatistics;
import dev.pollux.ipvs.names.EndpointNames;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.EndpointText;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.Service;
import dev.pollux.ipvs.table.TableEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listings that ipvsadm 1.31 printed on a 6.1 kernel, where {@code table.rules} had been restored. */
class TableListingTest {

    @ParameterizedTest
    @EnumSource
    void everyFormIsAsRecorded(ListingForm form) {
        assertThat(new TableListing(form, EndpointText.NUMERIC, false, true).of(table()))
                .isEqualTo(Recorded.text(TableListingTest.class, form.name().toLowerCase(Locale.ROOT) + ".txt"));
    }

    @Test
    void savesAsRecorded() {
        assertThat(TableListing.saved(table(), EndpointText.NUMERIC))
                .isEqualTo(Recorded.text(TableListingTest.class, "saved.txt"));
    }

    @Test
    void namesAreCutWhereTheyAreIpv4() {
        String text = new TableListing(ListingForm.PLAIN, new EndpointNames(new FewNames()), false, true)
                .of(readout(
                        List.of(
                                "-A -t 10.9.0.4:80 -s ovf",
                                "-a -t 10.9.0.4:80 -r 10.9.0.2:80 -m",
                                "-A -t [2001:db8::a]:53"),
                        TrafficStatistics.NONE));
        assertThat(text)
                .contains("\nTCP  d234567890123456789012345678 ovf\n")
                .contains("\n  -> b2345678901234567890.example Masq    1      0          0         \n")
                .contains("\nTCP  [six-long-name-of-a-host-here.example.org]:domain wlc\n");
        assertThat(TableListing.saved(
                        readout(List.of("-A -t 10.9.0.4:80 -s ovf"), TrafficStatistics.NONE),
                        new EndpointNames(new FewNames())))
                .isEqualTo("-A -t d" + "2345678901".repeat(6).substring(0, 58) + " -s ovf\n");
    }

    @Test
    void addressesFarApartAreInIpvsadmsOrder() {
        assertThat(TableListing.saved(
                        readout(
                                List.of(
                                        "-A -t 10.0.0.1:40000",
                                        "-A -t 200.0.0.1:80",
                                        "-A -t [2001::1]:80",
                                        "-A -t 10.0.0.1:400",
                                        "-A -t [fd00::1]:80",
                                        "-A -f 2147483647"),
                                TrafficStatistics.NONE),
                        EndpointText.NUMERIC))
                .startsWith("-A -t 200.0.0.1:80 -s wlc\n-A -t 10.0.0.1:400 -s wlc\n-A -t 10.0.0.1:40000 -s wlc\n")
                .containsSubsequence("[fd00::1]", "[2001::1]");
    }

    @Test
    void trafficIsRounded() {
        TrafficStatistics traffic = new TrafficStatistics(
                100_000_000,
                1_000_000_000,
                99_999_999,
                100_000_000_000L,
                100_000_000_000_000L,
                new TrafficRates(199_999_999, 999_500_000, 1_999_999_999, 3_567_087_328L, 276_447_231));
        List<String> rules = List.of("-A -t 10.9.0.1:80", "-a -t 10.9.0.1:80 -r 10.9.0.2:80 -m");
        assertThat(lines(ListingForm.STATISTICS, false, rules, traffic))
                .containsExactly(
                        "TCP  10.9.0.1:80                   100000K    1000M 99999999     100G     100T",
                        "  -> 10.9.0.2:80                   100000K    1000M 99999999     100G     100T");
        assertThat(lines(ListingForm.STATISTICS, true, rules, traffic))
                .contains(
                        "TCP  10.9.0.1:80                  100000000 1000000000 99999999 100000000000 100000000000000");
        assertThat(lines(ListingForm.RATES, false, rules, traffic))
                .containsExactly(
                        "TCP  10.9.0.1:80                   199999K  999500K    1999M    3567M  276447K",
                        "  -> 10.9.0.2:80                  199999999 999500000 1999999999    3567M  276447K");
    }

    @Test
    void titleTellsTheKernel() {
        assertThat(TableListing.title(new KernelInfo(0x010201, 4096)))
                .isEqualTo("IP Virtual Server version 1.2.1 (size=4096)\n");
    }

    private static List<String> lines(ListingForm form, boolean exact, List<String> rules, TrafficStatistics traffic) {
        return new TableListing(form, EndpointText.NUMERIC, exact, true)
                .of(readout(rules, traffic))
                .lines()
                .skip(2)
                .toList();
    }

    private static TableReadout table() {
        return readout(Recorded.lines(TableListingTest.class, "table.rules"), TrafficStatistics.NONE);
    }

    /** What the kernel would hold after these rules. */
    private static TableReadout readout(List<String> rules, TrafficStatistics traffic) {
        Map<ServiceKey, Service> services = new LinkedHashMap<>();
        Map<ServiceKey, List<Destination>> destinations = new LinkedHashMap<>();
        for (String rule : rules) {
            AdminRequest request =
                    AdminRequest.read(Stream.of(rule.strip().split("\\s+", -1)).toList(), new FewNames());
            Command command = (Command) ((AdminRequest.Change) request).command();
            if (command instanceof Command.AddService add) {
                services.put(add.serviceKey(), add.service());
            } else if (command instanceof Command.AddDestination add) {
                destinations
                        .computeIfAbsent(add.serviceKey(), key -> new ArrayList<>())
                        .add(add.destination());
            }
        }
        IpvsTable table = IpvsTable.of(services.values().stream()
                .map(service -> TableEntry.of(service, destinations.getOrDefault(service.key(), List.of())))
                .toList());
        return new TableReadout(
                table,
                table.entries().values().stream()
                        .collect(Collectors.toMap(entry -> entry.service().key(), entry -> load(entry, traffic))));
    }

    private static ServiceLoad load(TableEntry entry, TrafficStatistics traffic) {
        return new ServiceLoad(
                traffic,
                entry.destinations().keySet().stream()
                        .collect(Collectors.toMap(key -> key, key -> new DestinationLoad(0, 0, 0, traffic))));
    }
}

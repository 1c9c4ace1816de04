package dev.pollux.ipvs.table;

import static dev.pollux.ipvs.fixture.Tables.destination;
import static dev.pollux.ipvs.fixture.Tables.entry;
import static dev.pollux.ipvs.fixture.Tables.table;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.ServiceKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableDifferenceTest {

    private static final ServiceKey ONE = tcp("10.0.0.1", 80);
    private static final ServiceKey TWO = tcp("10.0.0.2", 80);

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("nothing to do", table(one("rr", 1, 2)), table(one("rr", 1, 2)), ""),
                Arguments.of("order is no difference", table(one("rr", 2, 1)), table(one("rr", 1, 2)), ""),
                Arguments.of(
                        "from nothing: the service before its destinations",
                        table(),
                        table(one("rr", 1), two("wrr", 2)),
                        "-A one rr, -a one 1, -A two wrr, -a two 2"),
                Arguments.of("settings are edited", table(one("rr", 1)), table(one("wlc", 1)), "-E one wlc"),
                Arguments.of(
                        "those that go leave before others come",
                        table(one("rr", 1, 2)),
                        table(one("rr", 2, 3)),
                        "-d one 1, -a one 3"),
                Arguments.of(
                        "an owned service that is not desired is deleted first, without its destinations",
                        table(two("rr", 1)),
                        table(one("rr", 1)),
                        "-D two, -A one rr, -a one 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void ownedServices(String name, IpvsTable observed, IpvsTable desired, String expected) {
        assertThat(brief(TableDifference.between(observed, desired, Set.of(TWO), ForeignServices.LEAVE)))
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void foreignServicesAreLeftAlone() {
        assertThat(TableDifference.between(table(two("rr", 1)), table(), Set.of(ONE), ForeignServices.LEAVE))
                .isEmpty();
    }

    @Test
    void flushDeletesForeignServicesAndTouchesNothingEqual() {
        IpvsTable observed = table(one("rr", 1), two("rr", 1));
        assertThat(brief(TableDifference.between(observed, table(one("rr", 1)), Set.of(), ForeignServices.DELETE)))
                .isEqualTo("-D two");
        assertThat(brief(TableDifference.between(observed, table(), Set.of(), ForeignServices.DELETE)))
                .isEqualTo("-C");
        assertThat(brief(TableDifference.between(
                        observed, table(entry(tcp("10.0.0.3", 80), "rr")), Set.of(ONE, TWO), ForeignServices.DELETE)))
                .isEqualTo("-C, -A -t 10.0.0.3:80 -s rr");
    }

    @Test
    void weightsThatDropToZeroComeBeforeOtherEdits() {
        IpvsTable observed = table(entry(ONE, "rr", destination(1, 1), destination(2, 0), destination(3, 0)));
        IpvsTable desired = table(entry(ONE, "rr", destination(2, 1), destination(1, 0), destination(4, 1)));
        assertThat(TableDifference.between(observed, desired, Set.of(), ForeignServices.LEAVE))
                .extracting(Object::toString)
                .containsExactly(
                        "-d -t 10.0.0.1:80 -r 10.1.0.3:80",
                        "-e -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 0",
                        "-e -t 10.0.0.1:80 -r 10.1.0.2:80 -g -w 1",
                        "-a -t 10.0.0.1:80 -r 10.1.0.4:80 -g -w 1");
    }

    @Test
    void aTableIsBuiltWithItsOwnCommands() {
        IpvsTable table = table(one("rr", 1, 2), two("wlc"));
        assertThat(table.commands())
                .isEqualTo(TableDifference.between(IpvsTable.empty(), table, Set.of(), ForeignServices.LEAVE));
    }

    private static String brief(List<Command> commands) {
        String text = String.join(", ", commands.stream().map(Object::toString).toList());
        return text.replace("-t 10.0.0.1:80", "one")
                .replace("-t 10.0.0.2:80", "two")
                .replaceAll("(one|two) -s ", "$1 ")
                .replaceAll("-r 10.1.0.(\\d):80", "$1")
                .replace(" -g -w 1", "");
    }

    private static TableEntry one(String scheduler, int... hosts) {
        return entry(ONE, scheduler, destinations(hosts));
    }

    private static TableEntry two(String scheduler, int... hosts) {
        return entry(TWO, scheduler, destinations(hosts));
    }

    private static Destination[] destinations(int... hosts) {
        return Arrays.stream(hosts).mapToObj(host -> destination(host, 1)).toArray(Destination[]::new);
    }
}

package dev.pollux.ipvs.marks;

import static dev.pollux.ipvs.fixture.Groups.group;
import static dev.pollux.ipvs.fixture.Groups.marked;
import static dev.pollux.ipvs.fixture.Groups.udp;
import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.VirtualServer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkTableTest {

    private static final VirtualServer WEB =
            group("web", tcp("192.0.2.1", 80), tcp("192.0.2.2", 80), tcp("192.0.2.4", 80), tcp("192.0.2.1", 443));
    private static final VirtualServer NAMES = group("names", udp("2001:db8::1", 53), udp("2001:db8::2", 0));

    @Test
    void addressesOfAPortAreRanges() {
        assertThat(table(WEB, NAMES).creation().lines())
                .startsWith(
                        "add table inet keepalived_ipvs",
                        "delete table inet keepalived_ipvs",
                        "add table inet keepalived_ipvs")
                .contains(
                        "add map inet keepalived_ipvs tcp4 { type ipv4_addr . inet_service : mark; flags interval; }",
                        "add rule inet keepalived_ipvs mark_services meta mark set ip daddr . tcp dport map @tcp4",
                        "add chain inet keepalived_ipvs prerouting"
                                + " { type filter hook prerouting priority -1; policy accept; }",
                        "add chain inet keepalived_ipvs output"
                                + " { type filter hook output priority -150; policy accept; }",
                        "add element inet keepalived_ipvs tcp4 { 192.0.2.1 . 443 : 1000,"
                                + " 192.0.2.1-192.0.2.2 . 80 : 1000, 192.0.2.4 . 80 : 1000 }",
                        "add element inet keepalived_ipvs udp6 { 2001:db8::1 . 53 : 1001 }",
                        "add element inet keepalived_ipvs every_port6 { udp . 2001:db8::2 : 1001 }");
    }

    @Test
    void rulesAreTheSameForHoweverManyGroups() {
        assertThat(rules(table(WEB))).isEqualTo(rules(table(WEB, NAMES))).hasSize(10);
    }

    @Test
    void anAddressOfTwoGroupsBelongsToTheFirst() {
        assertThat(table(WEB, group("other", tcp("192.0.2.4", 80))).creation())
                .isEqualTo(table(WEB).creation());
    }

    @Test
    void aChangeIsOneOfElements() {
        VirtualServer more = group("web", tcp("192.0.2.1", 80), tcp("192.0.2.2", 80), tcp("192.0.2.3", 80));
        VirtualServer less = group("web", tcp("192.0.2.1", 80), tcp("192.0.2.2", 80));

        assertThat(table(more).change(table(less)).lines())
                .containsExactly(
                        "delete element inet keepalived_ipvs tcp4 { 192.0.2.1-192.0.2.2 . 80 }",
                        "add element inet keepalived_ipvs tcp4 { 192.0.2.1-192.0.2.3 . 80 : 1000 }");
        assertThat(table(more).change(table(more))).isEmpty();
    }

    @Test
    void anotherPlaceAmongTheChainsIsAnotherTable() {
        MarkSettings later = new MarkSettings("keepalived_ipvs", -200, 1000);
        MarkTable next = table(marked(later, WEB));

        assertThat(next.change(table(WEB))).isEqualTo(next.creation());
        assertThat(next.creation()).contains("hook prerouting priority -200;", "hook output priority -200;");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.3 192.0.2.1 192.0.2.2 192.0.2.2, 192.0.2.1-192.0.2.3",
        "192.0.2.255 192.0.3.0, 192.0.2.255-192.0.3.0",
        "127.255.255.255 128.0.0.0, 127.255.255.255-128.0.0.0",
        "255.255.255.255 0.0.0.0, 0.0.0.0 255.255.255.255",
        "2001:db8::ff 2001:db8::100 2001:db8::102, 2001:db8::ff-2001:db8::100 2001:db8::102"
    })
    void neighboursAreARange(String addresses, String ranges) {
        assertThat(AddressRanges.of(Arrays.stream(addresses.split(" ", -1))
                        .map(text -> address(text))
                        .toList()))
                .containsExactly(ranges.split(" ", -1));
    }

    private static List<String> rules(MarkTable table) {
        return table.creation()
                .lines()
                .filter(line -> line.startsWith("add rule "))
                .toList();
    }

    private static MarkTable table(VirtualServer... servers) {
        return table(marked(servers));
    }

    private static MarkTable table(Configuration configuration) {
        MarkSettings settings = configuration.global().ipvs().marks();
        return MarkTable.of(
                settings == null ? MarkSettings.defaults() : settings,
                GroupMarks.none().next(configuration),
                configuration);
    }
}

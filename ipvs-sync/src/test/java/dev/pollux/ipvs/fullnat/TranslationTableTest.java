package dev.pollux.ipvs.fullnat;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranslationTableTest {

    private static final Pool TWO = new Pool("from_two", List.of(address("10.1.0.50"), address("10.1.0.51")));
    private static final Pool SIX = new Pool("from_six", List.of(address("2001:db8:1::50")));
    private static final ServiceKey.ByAddress WEB = tcp("192.0.2.10", 80);
    private static final ServiceKey.ByAddress WEB_SIX = tcp("2001:db8::10", 80);
    private static final ServiceKey.ByAddress EVERY_PORT =
            new ServiceKey.ByAddress(TransportProtocol.UDP, address("192.0.2.11"), 0);

    @Test
    void everyServiceIsAnElement() {
        TranslationTable table = table(Map.of(WEB, TWO, WEB_SIX, SIX, EVERY_PORT, Pool.INTERFACE));

        assertThat(table.creation().lines())
                .startsWith(
                        "add table inet pollux_fullnat",
                        "delete table inet pollux_fullnat",
                        "add table inet pollux_fullnat")
                .contains(
                        "add rule inet pollux_fullnat from_two"
                                + " snat ip to numgen inc mod 2 map { 0 : 10.1.0.50, 1 : 10.1.0.51 }",
                        "add rule inet pollux_fullnat from_six snat ip6 to 2001:db8:1::50",
                        "add rule inet pollux_fullnat masquerade_source masquerade",
                        "add element inet pollux_fullnat tcp4 { 192.0.2.10 . 80 : goto from_two }",
                        "add element inet pollux_fullnat tcp6 { 2001:db8::10 . 80 : goto from_six }",
                        "add element inet pollux_fullnat every_port4 { udp . 192.0.2.11 : goto masquerade_source }",
                        "add element inet pollux_fullnat addresses4 { 192.0.2.10, 192.0.2.11 }");
        assertThat(table.elements())
                .containsEntry("tcp4", Set.of(List.of("192.0.2.10", "80", "from_two")))
                .containsEntry("addresses6", Set.of(List.of("2001:db8::10")));
    }

    @Test
    void rulesAreTheSameForHoweverManyServices() {
        assertThat(rulesOfPostrouting(table(Map.of(WEB, TWO))))
                .isEqualTo(rulesOfPostrouting(table(Map.of(WEB, TWO, tcp("192.0.2.12", 443), TWO, EVERY_PORT, TWO))));
    }

    @Test
    void anotherServiceIsOneMoreElement() {
        assertThat(table(Map.of(WEB, TWO, tcp("192.0.2.10", 443), TWO)).change(table(Map.of(WEB, TWO))))
                .isEqualTo("add element inet pollux_fullnat tcp4 { 192.0.2.10 . 443 : goto from_two }\n");
    }

    @Test
    void nothingToChangeIsAnEmptyScript() {
        assertThat(table(Map.of(WEB, TWO)).change(table(Map.of(WEB, TWO)))).isEmpty();
    }

    @Test
    void anotherPoolTakesThePlaceOfTheOld() {
        Pool one = new Pool("from_one", List.of(address("10.1.0.60")));

        assertThat(table(Map.of(WEB, one)).change(table(Map.of(WEB, TWO))).lines())
                .containsExactly(
                        "add chain inet pollux_fullnat from_one",
                        "add rule inet pollux_fullnat from_one snat ip to 10.1.0.60",
                        "delete element inet pollux_fullnat tcp4 { 192.0.2.10 . 80 }",
                        "add element inet pollux_fullnat tcp4 { 192.0.2.10 . 80 : goto from_one }",
                        "flush chain inet pollux_fullnat from_two",
                        "delete chain inet pollux_fullnat from_two");
    }

    @Test
    void anotherAddressInAPoolIsAnotherRule() {
        Pool three = new Pool("from_two", List.of(address("10.1.0.50"), address("10.1.0.51"), address("10.1.0.52")));

        assertThat(table(Map.of(WEB, three)).change(table(Map.of(WEB, TWO))).lines())
                .containsExactly(
                        "flush chain inet pollux_fullnat from_two",
                        "add rule inet pollux_fullnat from_two"
                                + " snat ip to numgen inc mod 3 map { 0 : 10.1.0.50, 1 : 10.1.0.51, 2 : 10.1.0.52 }");
    }

    @Test
    void anAddressOfOneServiceAloneMakesAPoolOfItsOwn() {
        Translations shared = new Translations(Map.of(WEB, TWO, tcp("192.0.2.10", 443), TWO));

        Translations changed = shared.with(WEB, List.of(address("10.1.0.60")));

        assertThat(changed.pools())
                .containsEntry(WEB, new Pool("from_own_1", List.of(address("10.1.0.60"))))
                .containsEntry(tcp("192.0.2.10", 443), TWO);
        assertThat(changed.with(WEB, TWO.addresses())).isEqualTo(shared);
        assertThat(changed.with(WEB, List.of()).pools()).containsOnlyKeys(tcp("192.0.2.10", 443));
    }

    private static List<String> rulesOfPostrouting(TranslationTable table) {
        return table.creation()
                .lines()
                .filter(line -> line.contains(" postrouting "))
                .toList();
    }

    private static TranslationTable table(Map<ServiceKey.ByAddress, Pool> pools) {
        return TranslationTable.of(new Translations(pools));
    }
}

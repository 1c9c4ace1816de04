package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.bind.AcceptedKeyword;
import dev.pollux.grammar.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of keepalived's forks: everything is understood, nothing becomes plain NAT on the quiet. */
class FullNatTest {

    private static final String SERVICE = """
            local_address_group laddr_g1 {
                192.0.2.200-210 eth1
                2001:db8::2 eth1
            }
            virtual_server 192.0.2.1 80 {
                lb_algo rr
                lb_kind FNAT
                protocol TCP
                laddr_group_name laddr_g1
                syn_proxy
                est_timeout 900
                real_server 192.0.2.2 8080 {
                    weight 1
                    TCP_CHECK {
                    }
                }
            }
            """;

    @Test
    void theServiceIsNamedAndNotProgrammed() {
        ReadResult result = Reading.of(SERVICE);

        assertThat(result.configuration().virtualServers()).isEmpty();
        assertThat(Reading.problems(result))
                .containsExactlyInAnyOrder(
                        "1:1 unsupported",
                        "9:5 unsupported",
                        "10:5 unsupported",
                        "11:5 unsupported",
                        "5:1 unsupported");
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsOnlyOnce(
                        "virtual_server 192.0.2.1 80 asks for FNAT, which is not built yet: it is not programmed");
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.accepted())
                .extracting(AcceptedKeyword::keyword)
                .containsExactly("local_address_group", "laddr_group_name", "syn_proxy", "est_timeout");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "laddr_group_name laddr_g1 | laddr_group_name other | 5:1 suspicious",
                "laddr_group_name laddr_g1 | alpha                  | 5:1 missing-setting",
                "192.0.2.1 80              | fwmark 7               | 5:1 contradiction",
                "est_timeout 900           | establish_timeout 4000 | 11:23 out-of-range",
                "192.0.2.200-210 eth1      | 192.0.2.200-199 eth1   | 2:5 invalid-value",
                "192.0.2.200-210 eth1      | fwmark 3               | 2:5 invalid-value",
                "lb_kind FNAT              | lb_kind fnat           | 7:13 invalid-value",
                "syn_proxy                 | proxy_protocol v3      | 10:20 invalid-value",
            })
    void mistakesAreFound(String good, String bad, String problem) {
        assertThat(Reading.problems(Reading.of(SERVICE.replace(good, bad)))).contains(problem);
    }

    @Test
    void servicesOfSourceNatAreUnderstood() {
        ReadResult result = Reading.of("""
                tunnel_group t { tunnel_entry e { kind ipip
                    if eth0 } }
                deny_address_group bad { 192.0.2.9 }
                virtual_server match SNAT1 {
                    protocol UDP
                    lb_algo rr
                    lb_kind SNAT
                    src-range 192.0.2.0-192.0.2.200
                    oif eth0
                    real_server 192.0.2.100 0 {
                        weight 4
                    }
                }
                """);

        assertThat(result.configuration().virtualServers()).isEmpty();
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .contains("virtual_server match SNAT1 asks for SNAT, which is not built yet: it is not programmed");
    }

    @Test
    void onlyTheRealServerThatAsksForItIsLeftOut() {
        ReadResult result = Reading.of("""
                virtual_server 192.0.2.1 80 {
                    lb_algo rr
                    lb_kind NAT
                    protocol TCP
                    real_server 192.0.2.2 80 {
                        lvs_method FNAT
                    }
                    real_server 192.0.2.3 80 {
                    }
                }
                """);

        assertThat(result.configuration().virtualServers().get(0).realServers())
                .singleElement()
                .satisfies(server ->
                        assertThat(server.key().address().getHostAddress()).isEqualTo("192.0.2.3"));
        assertThat(Reading.problems(result)).containsExactly("5:5 unsupported");
    }

    @Test
    void aLocalGroupWithoutFullNatIsOnlyRemarked() {
        ReadResult result = Reading.of(SERVICE.replace("FNAT", "NAT"));

        assertThat(result.configuration().virtualServers()).hasSize(1);
        assertThat(Reading.problems(result)).doesNotContain("5:1 unsupported");
    }
}

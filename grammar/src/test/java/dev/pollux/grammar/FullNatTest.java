package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.bind.AcceptedKeyword;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.SourceTranslation.InterfaceAddress;
import dev.pollux.grammar.model.SourceTranslation.LocalAddresses;
import dev.pollux.grammar.model.VirtualServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void theServiceTakesItsSourceFromTheGroup() {
        ReadResult result = Reading.of(SERVICE);

        VirtualServer server = result.configuration().virtualServers().get(0);
        assertThat(server.realServers().get(0).forwarding()).isEqualTo(new Forwarding.Nat());
        assertThat(server.sourceTranslation()).isInstanceOfSatisfying(LocalAddresses.class, group -> {
            assertThat(group.group()).isEqualTo("laddr_g1");
            assertThat(group.addresses()).hasSize(12).allMatch(address -> "eth1".equals(address.interfaceName()));
            assertThat(group.of(AddressFamily.IPV4))
                    .extracting(address -> address.address().getHostAddress())
                    .startsWith("192.0.2.200", "192.0.2.201")
                    .endsWith("192.0.2.210");
            assertThat(group.of(AddressFamily.IPV6)).hasSize(1);
        });
    }

    @Test
    void whatTheKernelCannotDoIsSaid() {
        ReadResult result = Reading.of(SERVICE);

        assertThat(Reading.problems(result)).containsExactlyInAnyOrder("10:5 unsupported", "11:5 unsupported");
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsOnlyOnce("virtual_server 192.0.2.1 80: real servers see a local address and not the client's,"
                        + " which an unpatched kernel cannot pass on (TOA), and connections do not survive a failover");
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.accepted()).extracting(AcceptedKeyword::keyword).containsExactly("syn_proxy", "est_timeout");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "laddr_group_name laddr_g1 | laddr_group_name other | 5:1 unknown-name",
                "laddr_group_name laddr_g1 | alpha                  | 5:1 missing-setting",
                "192.0.2.1 80              | fwmark 7               | 5:1 contradiction",
                "192.0.2.1 80              | 2001:db9::1 80         | 12:5 contradiction",
                "192.0.2.200-210 eth1      | ''                     | 5:1 incomplete",
                "192.0.2.200-210 eth1      | 2001:db8::1-fff eth1   | 2:5 invalid-value",
                "est_timeout 900           | establish_timeout 4000 | 11:23 out-of-range",
                "192.0.2.200-210 eth1      | 192.0.2.200-199 eth1   | 2:5 invalid-value",
                "192.0.2.200-210 eth1      | fwmark 3               | 2:5 invalid-value",
                "lb_kind FNAT              | lb_kind fnat           | 7:13 invalid-value",
                "syn_proxy                 | proxy_protocol v3      | 10:20 invalid-value",
            })
    void mistakesAreFound(String good, String bad, String problem) {
        assertThat(Reading.problems(Reading.of(SERVICE.replace(good, bad)))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "vrrp_sync_group G { group { OUT IN } }, 0"})
    void aLocalAddressFloatsTogetherWithTheService(String group, int remarks) {
        ReadResult result = Reading.of(SERVICE
                + """
                vrrp_instance OUT {
                    interface eth0
                    virtual_router_id 1
                    virtual_ipaddress { 192.0.2.1 }
                }
                vrrp_instance IN {
                    interface eth1
                    virtual_router_id 2
                    virtual_ipaddress { 192.0.2.205 }
                }
                """.replace("{ 192", "{\n192").replace(" }", "\n}")
                + group.replace("{", "{\n").replace("}", "\n}\n"));

        assertThat(result.diagnostics())
                .filteredOn(finding -> finding.message().contains("192.0.2.205 floats with vrrp_instance IN"))
                .hasSize(remarks);
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
                .contains(
                        "virtual_server match SNAT1 asks for SNAT, which is not IPVS's business: it is not programmed");
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

        assertThat(result.configuration().virtualServers())
                .singleElement()
                .extracting(VirtualServer::sourceTranslation)
                .isNull();
        assertThat(Reading.problems(result)).containsOnly("10:5 unsupported", "11:5 unsupported");
    }

    @Test
    void withoutAGroupTheInterfacesAddressIsTaken() {
        ReadResult result = Reading.of(SERVICE.replace("laddr_group_name laddr_g1", ""));

        assertThat(result.configuration().virtualServers())
                .singleElement()
                .extracting(VirtualServer::sourceTranslation)
                .isEqualTo(new InterfaceAddress());
        assertThat(Reading.problems(result)).contains("5:1 missing-setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb_kind FNAT\n laddr_group_name laddr_g1", "lb_kind NAT\n masquerade"})
    void onePacketSchedulingIsNotSet(String lines) {
        ReadResult result = Reading.of("""
                local_address_group laddr_g1 {
                    192.0.2.200 eth1
                }
                virtual_server 192.0.2.1 53 {
                    lb_algo rr
                    protocol UDP
                    ops
                    %s
                    real_server 192.0.2.2 53 {
                    }
                }
                """.formatted(lines));

        assertThat(result.configuration().virtualServers().get(0).settings().flags())
                .isEmpty();
        assertThat(Reading.problems(result)).containsExactly("4:1 contradiction");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"192.0.2.1 80 | DR", "192.0.2.1 80 | TUN", "fwmark 7 | NAT"})
    void masqueradeIsForServicesOfNatByAddress(String head, String method) {
        ReadResult result = Reading.of("""
                virtual_server %s {
                    lb_algo rr
                    lb_kind %s
                    %s
                    masquerade
                    real_server 192.0.2.2 80 {
                    }
                }
                """.formatted(head, method, head.startsWith("fwmark") ? "" : "protocol TCP"));

        assertThat(result.configuration().virtualServers())
                .singleElement()
                .extracting(VirtualServer::sourceTranslation)
                .isNull();
        assertThat(Reading.problems(result)).containsExactly("1:1 contradiction");
    }
}

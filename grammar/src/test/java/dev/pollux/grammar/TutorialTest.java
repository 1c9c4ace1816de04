package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.TcpCheck;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VrrpInstance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements of the classic "LVS + keepalived" tutorial, with the warts that its readers copied. */
class TutorialTest {

    private static final String TUTORIAL = """
            ! configuration of the first director

            global_defs {
                router_id LVS_ONE

            }

            vrrp_instance VI_1 {#对外的虚拟地址
                state MASTER

                interface eth0
                virtual_router_id 51
                priority 100
                advert_int 1
                authentication {
                    auth_type PASS
                    auth_pass 1111
                }
                virtual_ipaddress {
                    222.33.180.62
                }
            }
            vrrp_instance VI_2 {
                state BACKUP
                interface eth1
                virtual_router_id 52
                priority 99
                virtual_ipaddress {
                    172.16.0.252/24 dev eth1
                }
            }
            vrrp_sync_group G1 {
                group {
                    VI_1
                    VI_2
                }
            }
            virtual_server 222.33.180.62 80 {
                delay_loop 6
                lb_algo wrr
                lb_kind NAT
                persistence_timeout 10
                protocol TCP

                real_server 172.16.0.2 80 {
                    weight
                }
                real_server 172.16.0.3 80 {
                    weight 3
                    TCP_CHECK {
                        connect_timeout 3
                        retry 3
                        delay_before_retry 2
                        connect_port 80
                    }
                    HTTP_GET {
                        url {
                            path /alive
                            status_code 200
                            digest 0123456789ABCDEF0123456789abcdef
                        }
                        connect_timeout 4
                    }
                }
            }
            """;

    @Test
    void onlyTheMissingWeightIsReported() {
        ReadResult result = Reading.of(TUTORIAL);

        assertThat(Reading.problems(result)).containsExactly("46:9 missing-argument-value");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.usable()).isTrue();
        assertThat(result.hasErrors()).isFalse();
    }

    @Test
    void instancesAreAsWritten() {
        VrrpInstance first =
                Reading.of(TUTORIAL).configuration().vrrpInstances().get(0);

        assertThat(first.name()).isEqualTo("VI_1");
        assertThat(first.key()).isEqualTo(new VirtualRouterKey(51, AddressFamily.IPV4, "eth0"));
        assertThat(first.version()).isEqualTo(2);
        assertThat(first.priority()).isEqualTo(100);
        assertThat(first.initialState()).isEqualTo(VrrpInstance.InitialState.MASTER);
        assertThat(first.advert().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(first.authentication()).isInstanceOfSatisfying(Authentication.Password.class, password -> assertThat(
                        password.secret().value())
                .isEqualTo("1111"));
        assertThat(first.addresses().advertised()).singleElement().satisfies(address -> {
            assertThat(address.address().getHostAddress()).isEqualTo("222.33.180.62");
            assertThat(address.prefixLength()).isEqualTo(32);
            assertThat(address.interfaceName()).isEqualTo("eth0");
        });
        assertThat(first.gratuitousArp().repeat()).isEqualTo(5);
        assertThat(first.gratuitousArp().delay()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void syncGroupHasItsMembers() {
        assertThat(Reading.of(TUTORIAL).configuration().syncGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.members()).containsExactly("VI_1", "VI_2"));
    }

    @Test
    void virtualServerIsAsWritten() {
        VirtualServer server =
                Reading.of(TUTORIAL).configuration().virtualServers().get(0);

        assertThat(server.key()).hasToString("[222.33.180.62]:tcp:80");
        assertThat(server.settings().scheduler()).isEqualTo("wrr");
        assertThat(server.settings().persistence())
                .isEqualTo(new ServiceSettings.Persistence(Duration.ofSeconds(10), 32, null));
        assertThat(server.realServers()).extracting(RealServer::weight).containsExactly(1, 3);
        assertThat(server.realServers()).extracting(RealServer::forwarding).containsOnly(new Forwarding.Nat());
    }

    @Test
    void checkersInheritFromTheVirtualServer() {
        RealServer server = Reading.of(TUTORIAL)
                .configuration()
                .virtualServers()
                .get(0)
                .realServers()
                .get(1);

        TcpCheck tcp = (TcpCheck) server.checkers().get(0);
        assertThat(tcp.timing().delayLoop()).isEqualTo(Duration.ofSeconds(6));
        assertThat(tcp.timing().retry()).isEqualTo(3);
        assertThat(tcp.timing().delayBeforeRetry()).isEqualTo(Duration.ofSeconds(2));
        assertThat(tcp.connection().timeout()).isEqualTo(Duration.ofSeconds(3));
        HttpCheck http = (HttpCheck) server.checkers().get(1);
        assertThat(http.timing().retry()).isEqualTo(1);
        assertThat(http.timing().delayBeforeRetry()).isEqualTo(Duration.ofSeconds(3));
        assertThat(http.urls())
                .containsExactly(new HttpUrl(
                        "/alive",
                        null,
                        List.of(new HttpUrl.StatusRange(200, 200)),
                        "0123456789abcdef0123456789abcdef",
                        null,
                        false));
    }
}

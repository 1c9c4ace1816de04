package dev.pollux.grammar.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.Reading;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.host.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks a pair is found, with its place in both files; what does not is left alone. */
class PairCheckTest {

    private static final String FIRST = """
            vrrp_instance VI_1 {
                interface eth0
                state MASTER
                virtual_router_id 51
                priority 150
                advert_int 1
                unicast_src_ip 192.0.2.11
                unicast_peer {
                    192.0.2.12
                }
                authentication {
                    auth_type PASS
                    auth_pass secret
                }
                virtual_ipaddress {
                    192.0.2.1/24
                    192.0.2.2/24
                }
                virtual_ipaddress_excluded {
                    2001:db8::1/64
                }
            }
            vrrp_instance VI_2 {
                interface eth1
                virtual_router_id 52
                version 3
                priority 150
                virtual_ipaddress {
                    198.51.100.1/24
                }
            }
            vrrp_sync_group G {
                group {
                    VI_1
                    VI_2
                }
            }
            virtual_server 192.0.2.1 80 {
                lvs_sched wrr
                lvs_method DR
                protocol TCP
                persistence_timeout 60
                real_server 192.0.2.31 80 {
                    weight 2
                    TCP_CHECK {
                        connect_timeout 3
                    }
                }
                real_server 192.0.2.32 80 {
                }
            }
            """;

    private static final String SECOND = FIRST.replace("state MASTER", "state BACKUP")
            .replace("priority 150", "priority 100")
            .replace("unicast_src_ip 192.0.2.11", "unicast_src_ip 192.0.2.99")
            .replace("192.0.2.12\n", "192.0.2.11\n")
            .replace("192.0.2.99", "192.0.2.12");

    @Test
    void anOrdinaryPairHasNothingToBeSaidOf() {
        assertThat(compare(FIRST, SECOND)).isEmpty();
        assertThat(compare(SECOND, FIRST)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "virtual_router_id 51     | virtual_router_id 53      | error pair-differs: virtual_router_id is 51 and 53",
                "auth_pass secret         | auth_pass other           | error pair-differs: authentication is not the same",
                "auth_type PASS           | auth_type AH              | error pair-differs: authentication is not the same",
                "advert_int 1             | advert_int 2              | error pair-differs: advert_int is 1 and 2 seconds",
                "version 3                | version 2                 | error pair-differs: the versions are 3 and 2",
                "version 3                | version 3/advert_int 0.1  | warning pair-differs: advert_int is 1 and 0.1 seconds",
                "version 3                | version 3/v3_checksum_as_v2 | error pair-differs: v3_checksum_as_v2",
                "version 3                | version 3/strict_mode on  | warning pair-differs: strict mode",
                "192.0.2.2/24             | 192.0.2.3/24              | error pair-differs: 192.0.2.2, 192.0.2.3 in one",
                "192.0.2.1/24/192.0.2.2/24 | 192.0.2.2/24/192.0.2.1/24 | warning pair-differs: another order",
                "2001:db8::1/64           | 2001:db8::2/64            | error pair-differs: virtual_ipaddress_excluded",
                "priority 100             | priority 150              | warning pair-conflict: both have priority 150",
                "version 3/priority 100   | version 3/priority 100/nopreempt | warning pair-differs: on the lower priority only",
                "192.0.2.11               | 192.0.2.13                | error pair-differs: 192.0.2.11, which is no unicast_peer",
                "unicast_src_ip 192.0.2.12 | unicast_src_ip 192.0.2.11 | error pair-conflict: both send from 192.0.2.11",
                "unicast_src_ip 192.0.2.12 | unicast_src_ip 192.0.2.19 | error pair-differs: 192.0.2.19, which is no unicast_peer",
                "unicast_src_ip 192.0.2.12 | promote_secondaries       | notice pair-differs: without unicast_src_ip",
                "interface eth1           | interface eth1/unicast_src_ip 192.0.2.4/unicast_peer {/192.0.2.5/} | error pair-differs: the other multicast",
                "interface eth1           | interface eth1/mcast_src_ip 192.0.2.4 | ",
                "interface eth1           | interface bond7           | ",
                "vrrp_instance VI_2       | vrrp_instance VI_9        | error pair-differs: vrrp_sync_group G has the members VI_1, VI_2 and VI_1",
                "VI_1/VI_2                | VI_1                      | error pair-differs: vrrp_sync_group G has the members VI_1, VI_2 and VI_1",
                "vrrp_sync_group G        | vrrp_sync_group H         | ",
                "virtual_server 192.0.2.1 80 | virtual_server 192.0.2.1 81 | error pair-lacks: is not served after a takeover",
                "lvs_sched wrr            | lvs_sched rr              | warning pair-differs: differs: lvs_sched",
                "persistence_timeout 60   | persistence_timeout 61    | warning pair-differs: differs: persistence",
                "real_server 192.0.2.32   | real_server 192.0.2.33    | error pair-differs: [192.0.2.32]:tcp:80, [192.0.2.33]:tcp:80",
                "weight 2                 | weight 3                  | warning pair-differs: differs: weight",
                "connect_timeout 3        | connect_timeout 4         | warning pair-differs: differs: its checkers",
                "lvs_method DR            | lvs_method NAT            | warning pair-differs: differs: lvs_method"
            })
    void oneDifferenceIsFound(String original, String changed, String expected) {
        String second = replace(SECOND, original, changed);

        List<Diagnostic> findings = compare(FIRST, second);
        if (expected == null) {
            assertThat(findings).isEmpty();
        } else {
            String kind = expected.replaceFirst(":.*", "");
            String words = expected.substring(expected.indexOf(": ") + 2);
            assertThat(findings)
                    .anyMatch(finding ->
                            (finding.severity().label() + " " + finding.code().id()).equals(kind)
                                    && finding.message().contains(words));
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1 | 198.51.100.1 | ",
                "198.51.100.8 | 198.51.100.9 | ",
                "198.51.100.8 | 198.51.100.8 | no instance of both holds them",
                "198.51.100.1-2 | 198.51.100.1 | ",
                "198.51.100.1 | 198.51.100.8 | 198.51.100.1 float between the directors"
            })
    void localAddressesFloatWithAnInstanceOrStandInOneFile(String first, String second, String expected) {
        List<String> messages = messages(compare(fullNat(FIRST, first), fullNat(SECOND, second)));
        if (expected == null) {
            assertThat(messages).isEmpty();
        } else {
            assertThat(messages).singleElement().asString().contains(expected);
        }
    }

    private static String fullNat(String text, String localAddresses) {
        return "local_address_group L {\n" + localAddresses + " eth1\n}\n"
                + text.replace("lvs_method DR", "lb_kind FNAT\nladdr_group_name L");
    }

    @Test
    void bothSidesOfAFindingAreNamed() {
        String second = replace(SECOND, "lvs_sched wrr", "lvs_sched rr");

        assertThat(compare(FIRST, second)).singleElement().satisfies(finding -> {
            assertThat(finding.span().line()).isEqualTo(38);
            assertThat(finding.notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.span().line()).isEqualTo(38));
        });
    }

    @Test
    void twoOwnersAreAnError() {
        assertThat(messages(compare(
                        FIRST.replace("priority 150", "priority 255"), SECOND.replace("priority 100", "priority 255"))))
                .anyMatch(message -> message.contains("both have priority 255"));
    }

    @Test
    void anInstanceWithoutCounterpartIsNamedOnEitherSide() {
        String alone = FIRST
                + "vrrp_instance VI_3 {\ninterface eth2\nvirtual_router_id 53\nvirtual_ipaddress {\n203.0.113.1\n}\n}\n";

        assertThat(messages(compare(alone, SECOND)))
                .singleElement()
                .asString()
                .contains("VI_3", "second.conf", "203.0.113.1");
        assertThat(messages(compare(SECOND, alone))).singleElement().asString().contains("VI_3", "first.conf");
    }

    @Test
    void theExamplesAreOrdinaryPairs() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../conf-examples"))) {
            List<Path> pairs = folders.filter(folder -> Files.exists(folder.resolve("backup.conf")))
                    .toList();
            assertThat(pairs).isNotEmpty();
            for (Path folder : pairs) {
                assertThat(compare(read(folder.resolve("master.conf")), read(folder.resolve("backup.conf"))))
                        .as(folder.toString())
                        .isEmpty();
            }
        }
    }

    private static String replace(String text, String original, String changed) {
        String result = text;
        // Indentation means nothing, a slash between lines does not stand in any of them.
        String flat = result.replaceAll("(?m)^ +", "");
        String from = lines(original);
        assertThat(flat).contains(from);
        result = flat.replace(from, lines(changed));
        return result;
    }

    private static String lines(String text) {
        return text.strip().replaceAll("/(?=[a-zA-Z}]|192|\\d+\\.)", "\n");
    }

    private static List<String> messages(List<Diagnostic> findings) {
        return findings.stream().map(Diagnostic::message).toList();
    }

    private static List<Diagnostic> compare(String first, String second) {
        return compare(Reading.of(first), Reading.of(second));
    }

    private static List<Diagnostic> compare(ReadResult first, ReadResult second) {
        return PairCheck.compare(first, "first.conf", second, "second.conf");
    }

    private static ReadResult read(Path file) {
        return ConfigurationReader.read(file, ReaderOptions.of("here", HostFacts.permissive()));
    }
}

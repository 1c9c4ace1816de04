package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.grammar.model.BfdInstance.Audience;
import dev.pollux.grammar.model.TrackSettings.TrackedObject;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.Trackers.Worth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bfd_instance}, {@code track_bfd} and {@code BFD_CHECK}, as keepalived 2.2.7 reads them. */
class BfdRulesTest {

    private static ReadResult session(String... lines) {
        return Reading.of("bfd_instance x {\n" + String.join("\n", lines) + "\n}\n");
    }

    private static List<BfdInstance> sessions(ReadResult result) {
        return result.configuration().bfdInstances();
    }

    private static String tracking(String name, String line) {
        return "vrrp_instance " + name + " {\ninterface eth0\nvirtual_router_id 1\nvirtual_ipaddress {\n192.0.2.1\n}\n"
                + "track_bfd {\n" + line + "\n}\n}\n";
    }

    private static String server(String... checks) {
        return "virtual_server 192.0.2.1 80 {\nprotocol TCP\nreal_server 192.0.2.9 80 {\n" + String.join("\n", checks)
                + "\n}\n}\n";
    }

    @Test
    void defaults() {
        BfdInstance session = sessions(session("neighbor_ip 192.0.2.2")).get(0);

        assertThat(session.timing())
                .isEqualTo(
                        new BfdInstance.Timing(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofSeconds(1), 5));
        assertThat(session.path().source()).isNull();
        assertThat(session.passive()).isFalse();
        assertThat(session.path().multihop()).isFalse();
        assertThat(session.worth()).isEqualTo(new Worth(0, false));
        assertThat(session.audience()).isEqualTo(new Audience(true, true));
    }

    @Test
    void everything() {
        ReadResult result = session(
                "neighbour_ip 2001:db8::2",
                "source_ip 2001:db8::1",
                "min_rx 3.312",
                "min_tx 250",
                "idle_tx 1500",
                "multiplier 3",
                "passive",
                "multihop",
                "weight -9 reverse",
                "vrrp");
        BfdInstance session = sessions(result).get(0);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(session.timing())
                .isEqualTo(new BfdInstance.Timing(
                        Duration.ofNanos(3_312_000), Duration.ofMillis(250), Duration.ofMillis(1500), 3));
        assertThat(session.passive()).isTrue();
        assertThat(session.path().multihop()).isTrue();
        assertThat(session.worth()).isEqualTo(new Worth(-9, true));
        assertThat(session.audience()).isEqualTo(new Audience(true, false));
    }

    /** What leaves, and what may come in; without a word in the file, both RFC 5881 and keepalived are content. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.2, '', '', 255, 255",
        "192.0.2.2, '', 3, 255, 252",
        "192.0.2.2, 64, 3, 64, 61",
        "192.0.2.2, '', 255, 255, 0",
        "192.0.2.2, 10, -1, 10, 0",
        "2001:db8::2, '', '', 255, 64",
        "2001:db8::2, '', 4, 255, 60",
        "2001:db8::2, 255, 0, 255, 255",
        "2001:db8::2, 64, 0, 64, 64"
    })
    void howFarThePacketsTravel(String neighbor, String ttl, String hops, int sent, int least) {
        BfdInstance.Path path = sessions(session(
                        "neighbor_ip " + neighbor,
                        ttl.isEmpty() ? "" : "ttl " + ttl,
                        hops.isEmpty() ? "" : "max_hops " + hops))
                .get(0)
                .path();

        assertThat(path.ttl()).isEqualTo(sent);
        assertThat(path.admits(least)).isTrue();
        assertThat(path.admits(least - 1)).isFalse();
    }

    @Test
    void whatCannotBeIsLeftOut() {
        ReadResult result = Reading.of("""
                bfd_instance a {
                    neighbor_ip 192.0.2.2
                }
                bfd_instance a {
                    neighbor_ip 192.0.2.3
                }
                bfd_instance b {
                    neighbor_ip 192.0.2.2
                }
                bfd_instance c {
                    neighbor_ip 192.0.2.4
                    source_ip 2001:db8::1
                }
                bfd_instance d {
                    neighbor_ip fe80::1%eth0
                }
                bfd_instance "a name that is longer than it may be" {
                    neighbor_ip 192.0.2.5
                }
                """);

        assertThat(sessions(result)).extracting(BfdInstance::name).containsExactly("a");
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("a is already defined"))
                .anyMatch(message -> message.contains("bfd_instance b has the neighbor_ip of bfd_instance a"))
                .anyMatch(message -> message.contains("not of the family"))
                .anyMatch(message -> message.contains("bfd_instance d has no neighbor_ip"))
                .anyMatch(message -> message.contains("more than 31 characters"));
    }

    @Test
    void anInstanceTakesTheWeightOfTheSession() {
        String session = "bfd_instance x {\nneighbor_ip 192.0.2.2\nweight 7 reverse\n}\n";
        TrackerKey key = new TrackerKey(TrackerKey.Kind.BFD, "x");

        assertThat(tracked(session + tracking("V", "x"))).containsExactly(new TrackedObject(key, 7, true));
        assertThat(tracked(session + tracking("V", "x weight -3 noreverse")))
                .containsExactly(new TrackedObject(key, -3, false));
        assertThat(tracked(tracking("V", "x"))).isEmpty();
        assertThat(tracked("bfd_instance x {\nneighbor_ip 192.0.2.2\nchecker\n}\n" + tracking("V", "x")))
                .as("checkers alone hear of it")
                .isEmpty();
    }

    private static List<TrackedObject> tracked(String text) {
        return Reading.of(text)
                .configuration()
                .vrrpInstances()
                .get(0)
                .tracking()
                .objects();
    }

    @Test
    void aServerIsCheckedBySessions() {
        String session = "bfd_instance x {\nneighbor_ip 192.0.2.2\n}\n";
        ReadResult result = Reading.of(session
                + server("BFD_CHECK {\nname x\nalpha\n}", "BFD_CHECK {\nname x\n}", "BFD_CHECK {\nname nosuch\n}"));

        assertThat(result.configuration()
                        .virtualServers()
                        .get(0)
                        .realServers()
                        .get(0)
                        .checkers())
                .singleElement()
                .isInstanceOfSatisfying(BfdCheck.class, check -> {
                    assertThat(check.session()).isEqualTo("x");
                    assertThat(check.timing().alpha()).isTrue();
                });
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("is checked by x already"))
                .anyMatch(message -> message.contains("nosuch is not defined above"));
        assertThat(result.accepted()).isEmpty();
    }

    @Test
    void checkersDoNotHearOfSessionsForVrrp() {
        ReadResult result =
                Reading.of("bfd_instance x {\nneighbor_ip 192.0.2.2\nvrrp\n}\n" + server("BFD_CHECK {\nname x\n}"));

        assertThat(result.configuration()
                        .virtualServers()
                        .get(0)
                        .realServers()
                        .get(0)
                        .checkers())
                .isEmpty();
    }
}

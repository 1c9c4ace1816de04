package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A BFD session over the internal segment between Pollux and Debian's keepalived, tracked by instances on the external one:
 * when the internal cable is pulled, one loses priority and its address, another goes into FAULT, and a real server is out.
 */
@OnDirectorPair
class BfdIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String FIRST = """
            bfd_instance peer {
              neighbor_ip 198.51.100.12
              source_ip 198.51.100.11
              min_rx 100
              min_tx 100
              weight -50
            }
            vrrp_instance A {
              interface eth0
              virtual_router_id 61
              priority 150
              version 3
              advert_int 0.1
              virtual_ipaddress {
                192.0.2.61/24
              }
              track_bfd {
                peer
              }
            }
            """;

    private static final String SECOND = """
            bfd_instance peer {
              neighbor_ip 198.51.100.11
              source_ip 198.51.100.12
              min_rx 100
              min_tx 100
            }
            vrrp_instance A {
              interface eth0
              virtual_router_id 61
              priority 120
              version 3
              advert_int 0.1
              virtual_ipaddress {
                192.0.2.61/24
              }
            }
            vrrp_instance F {
              interface eth0
              virtual_router_id 62
              priority 120
              version 3
              advert_int 0.1
              virtual_ipaddress {
                192.0.2.62/24
              }
              track_bfd {
                peer
              }
            }
            """;

    private static final String SERVER = """
            virtual_server 192.0.2.61 80 {
              lb_algo rr
              lb_kind NAT
              protocol TCP
              real_server 192.0.2.66 8080 {
                BFD_CHECK {
                  name peer
                }
              }
            }
            """;

    @Test
    void ourPriorityAndServerFollowTheSession(DirectorPair pair) {
        DirectorProcess ours = play(pair, Program.POLLUX, Program.KEEPALIVED);
        ours.awaitLog("BFD_CHECK on service \\[192\\.0\\.2\\.66]:tcp:8080 failed", SOON);
        ours.awaitLog("VRRP_Instance\\(A\\) Tracked BFD instance peer is DOWN", SOON);
        ours.awaitLog("Changing effective priority from 150 to 100", SOON);
    }

    @Test
    void ourInstanceIsInFaultWithoutTheSession(DirectorPair pair) {
        play(pair, Program.KEEPALIVED, Program.POLLUX);
    }

    /** Gives the director of the first. */
    private static DirectorProcess play(DirectorPair pair, Program first, Program second) {
        Assumptions.assumeTrue(Program.KEEPALIVED.installed(), "needs Debian's keepalived");
        String checks = first == Program.POLLUX ? SERVER : "";
        DirectorProcess a = start(pair, first, pair.a(), FIRST + checks);
        start(pair, second, pair.b(), SECOND);
        await(pair, pair.a(), "192.0.2.61");
        await(pair, pair.b(), "192.0.2.62");
        wellFormed(pair);

        pair.cable(pair.b(), DirectorPair.INTERNAL).pull();
        await(pair, pair.b(), "192.0.2.61");
        Awaitility.await("FAULT").atMost(SOON).until(() -> !pair.has(pair.b(), "192.0.2.62"));

        pair.cable(pair.b(), DirectorPair.INTERNAL).plug();
        await(pair, pair.a(), "192.0.2.61");
        await(pair, pair.b(), "192.0.2.62");
        return a;
    }

    private static DirectorProcess start(DirectorPair pair, Program program, Host host, String configuration) {
        Path pid = pair.scratch("bfd").resolve("bfd.pid");
        return pair.start(program, host, configuration, "-D", "-b", pid.toString());
    }

    private static void await(DirectorPair pair, Host host, String address) {
        Awaitility.await(address + " on " + host.label()).atMost(SOON).until(() -> pair.has(host, address));
    }

    /** Both directions, as tshark reads them while the session is up. */
    private static void wellFormed(DirectorPair pair) {
        List<String> command = List.of(
                "tshark",
                "-i",
                DirectorPair.INTERNAL,
                "-f",
                "udp port 3784",
                "-c",
                "8",
                "-T",
                "fields",
                "-e",
                "ip.src",
                "-e",
                "ip.ttl",
                "-e",
                "udp.dstport",
                "-e",
                "bfd.version",
                "-e",
                "bfd.sta",
                "-e",
                "bfd.message_length");
        List<String> lines =
                pair.a().namespace().run(command.toArray(String[]::new)).lines().toList();
        for (String sender : List.of("198.51.100.11", "198.51.100.12")) {
            assertThat(lines).contains(sender + "\t255\t3784\t1\t0x03\t24");
        }
    }
}

package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A BFD session over the internal segment between Pollux and Debian's keepalived, tracked by groups of instances on the external
 * one: when the internal cable is pulled, one group loses priority and its addresses, another goes into FAULT, and a real server
 * is out; when it is plugged in again, all of that is undone.
 */
@OnDirectorPair
class BfdIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String FIRST = """
            global_defs {
              notify_fifo %s
            }
            bfd_instance peer {
              neighbor_ip 198.51.100.12
              source_ip 198.51.100.11
              min_rx 100
              min_tx 100
              weight -50
            }
            vrrp_sync_group G {
              group {
                VI_61
                VI_66
              }
              sync_group_tracking_weight
              track_bfd {
                peer
              }
            }
            """ + shared(150);

    private static final String SECOND = """
            global_defs {
              notify_fifo %s
            }
            bfd_instance peer {
              neighbor_ip 198.51.100.11
              source_ip 198.51.100.12
              min_rx 100
              min_tx 100
            }
            vrrp_sync_group F {
              group {
                VI_62
                VI_67
              }
              track_bfd {
                peer
              }
            }
            """
            + shared(120)
            + VirtualRouter.configuration(
                    VirtualRouter.v3(DirectorPair.EXTERNAL, 62, 120, "192.0.2.62/24"),
                    VirtualRouter.v3(DirectorPair.EXTERNAL, 67, 120, "fe80::67/64", "2001:db8::67/64"));

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

    /** The addresses of the group that both have, and of the group of the second alone. */
    private static final List<String> SHARED = List.of("192.0.2.61", "2001:db8::66");

    private static final List<String> ALONE = List.of("192.0.2.62", "2001:db8::67");

    @Test
    void ourPriorityAndServerFollowTheSession(DirectorPair pair) {
        play(pair, Program.POLLUX, Program.KEEPALIVED);
    }

    @Test
    void ourGroupIsInFaultWithoutTheSession(DirectorPair pair) {
        play(pair, Program.KEEPALIVED, Program.POLLUX);
    }

    private static void play(DirectorPair pair, Program first, Program second) {
        Assumptions.assumeTrue(Program.KEEPALIVED.installed(), "needs Debian's keepalived");
        Diary a = Diary.begin(pair.scratch("notify"));
        Diary b = Diary.begin(pair.scratch("notify"));
        boolean checks = first == Program.POLLUX;
        start(pair, first, pair.a(), FIRST.formatted(a.folder().resolve("fifo")) + (checks ? SERVER : ""));
        start(pair, second, pair.b(), SECOND.formatted(b.folder().resolve("fifo")));
        awaitAll(pair, pair.a(), SHARED, true);
        awaitAll(pair, pair.b(), ALONE, true);
        wellFormed(pair);

        pair.cable(pair.b(), DirectorPair.INTERNAL).pull();
        awaitAll(pair, pair.b(), SHARED, true);
        awaitAll(pair, pair.b(), ALONE, false);
        awaitAll(pair, pair.a(), SHARED, false);
        a.fifo().await("INSTANCE \"VI_61\" BACKUP 100");
        a.fifo().await("INSTANCE \"VI_66\" BACKUP 100");
        b.fifo().await("INSTANCE \"VI_62\" FAULT 120");
        b.fifo().await("INSTANCE \"VI_67\" FAULT 120");
        b.fifo().await("GROUP \"F\" FAULT 0");
        if (checks) {
            a.fifo().await("RS [192.0.2.66]:tcp:8080 [192.0.2.61]:tcp:80 DOWN");
        }

        pair.cable(pair.b(), DirectorPair.INTERNAL).plug();
        awaitAll(pair, pair.a(), SHARED, true);
        awaitAll(pair, pair.b(), ALONE, true);
        awaitAll(pair, pair.b(), SHARED, false);
        assertThat(a.fifo().of("INSTANCE \"VI_61\" MASTER 150")).isNotEmpty();
    }

    private static String shared(int priority) {
        return VirtualRouter.configuration(
                VirtualRouter.v3(DirectorPair.EXTERNAL, 61, priority, "192.0.2.61/24"),
                VirtualRouter.v3(DirectorPair.EXTERNAL, 66, priority, "fe80::66/64", "2001:db8::66/64"));
    }

    private static void start(DirectorPair pair, Program program, Host host, String configuration) {
        Path pid = pair.scratch("bfd").resolve("bfd.pid");
        pair.start(program, host, configuration, "-D", "-b", pid.toString());
    }

    private static void awaitAll(DirectorPair pair, Host host, List<String> addresses, boolean there) {
        Awaitility.await(addresses + (there ? " on " : " gone from ") + host.label())
                .atMost(SOON)
                .until(() -> addresses.stream().allMatch(address -> pair.has(host, address) == there));
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

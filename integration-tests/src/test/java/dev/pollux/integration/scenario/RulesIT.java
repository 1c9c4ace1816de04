package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.Dissection;
import dev.pollux.integration.capture.NetworkEvent.AddressChange;
import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.capture.NetworkEvent.Arp;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Many instances on one pair of directors, each with a keyword of its own that decides who is master. Director b starts first
 * with priority 100, then a with 200.
 */
@OnDirectorPair
class RulesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int STRONGER = 200;

    private static final int PLAIN = 71;
    private static final int NO_PREEMPTION = 72;
    private static final int LATE_PREEMPTION = 73;
    private static final int NEAR_PEER = 74;
    private static final int FAR_PEER = 75;
    private static final int PEER_OVER_IPV6 = 76;
    private static final int TRACKED_FILE = 77;
    private static final int TRACKED_INTERFACE = 78;
    private static final int TRACKED_PROCESS = 79;
    private static final int HUNDRED_ADVERTS = 80;
    private static final int STRICT = 81;
    private static final int SHORT_CHECKSUM = 82;

    private static final String DEFINITIONS = """
            global_defs {
              script_user root
              notify_fifo %1$s/fifo
              fifo_write_vrrp_states_on_reload
            }
            track_file number {
              file %1$s/number
            }
            vrrp_track_process program {
              process %1$s/pollux-tracked
            }
            """;

    @Test
    void theMasterIsWhomTheKeywordsSay(DirectorPair pair) throws IOException {
        Path folder = pair.scratch("rules");
        Path number = Files.writeString(folder.resolve("number"), "150");
        Diary diary = Diary.begin(folder);
        address(pair, "add");
        try {
            DirectorProcess b = pair.start(Program.underTest(), pair.b(), ofB());
            held(pair, pair.b(), all());
            long started = pair.timeline().remark("a starts");
            DirectorProcess a = pair.start(Program.underTest(), pair.a(), configurationOfA(folder, everyRouterOfA()));

            List<Integer> taken =
                    List.of(PLAIN, NEAR_PEER, PEER_OVER_IPV6, TRACKED_INTERFACE, HUNDRED_ADVERTS, SHORT_CHECKSUM);
            held(pair, pair.a(), taken);
            gone(pair, pair.b(), taken);
            AddressChange late = new Sightings(pair).gained(pair.a(), address(LATE_PREEMPTION), started);
            assertThat(late.nanos() - started).as("preempt_delay, ns").isGreaterThan(2_000_000_000L);
            gone(pair, pair.b(), List.of(LATE_PREEMPTION));
            held(pair, pair.b(), List.of(NO_PREEMPTION, FAR_PEER, TRACKED_FILE, TRACKED_PROCESS, STRICT));
            gone(pair, pair.a(), List.of(NO_PREEMPTION, TRACKED_FILE, TRACKED_PROCESS));
            held(pair, pair.a(), List.of(FAR_PEER, STRICT));

            Files.writeString(number, "0");
            pair.cable(pair.a(), DirectorPair.INTERNAL).pull();
            held(pair, pair.a(), List.of(TRACKED_FILE));
            held(pair, pair.b(), List.of(TRACKED_INTERFACE));
            gone(pair, pair.b(), List.of(TRACKED_FILE));
            gone(pair, pair.a(), List.of(TRACKED_INTERFACE));
            if (Program.underTest() == Program.POLLUX) {
                tracksTheProcess(pair, folder);
            }

            b.terminate();
            held(pair, pair.a(), List.of(NO_PREEMPTION, TRACKED_INTERFACE));
            asWritten(pair);
            aRefreshes(pair);
            diary.awaitSaid("lower", 1);
            diary.fifo().await("INSTANCE \"VI_75\" MASTER_RX_LOWER_PRI 200");
            reloadsWithout(a, folder, diary);
            gone(pair, pair.a(), List.of(PLAIN, NEAR_PEER));
        } finally {
            address(pair, "del");
        }
    }

    /** keepalived hears of no processes in a network namespace, Pollux looks for them. */
    private static void tracksTheProcess(DirectorPair pair, Path folder) throws IOException {
        Path program = Files.copy(Path.of("/bin/sleep"), folder.resolve("pollux-tracked"));
        Process process = new ProcessBuilder(program.toString(), "60").start();
        try {
            held(pair, pair.a(), List.of(TRACKED_PROCESS));
            gone(pair, pair.b(), List.of(TRACKED_PROCESS));
        } finally {
            process.destroyForcibly();
        }
        held(pair, pair.b(), List.of(TRACKED_PROCESS));
        gone(pair, pair.a(), List.of(TRACKED_PROCESS));
    }

    /** What the wire saw of those whose keywords are about adverts. */
    private static void asWritten(DirectorPair pair) throws IOException {
        pair.drain();
        List<Advert> adverts = new Sightings(pair)
                .adverts(pair.a(), 0).stream()
                        .filter(advert -> advert.priority() == STRONGER)
                        .toList();
        List<String> names = List.of(
                "vrrp.virt_rtr_id", "ip.ttl", "ip.dst", "ipv6.dst", "vrrp.short_adver_int", "vrrp.checksum.status");
        List<String> seen = Dissection.of(adverts, names).stream()
                .map(advert -> String.join(
                        " ",
                        names.stream()
                                .map(advert::get)
                                .filter(value -> !value.isEmpty())
                                .toList()))
                .distinct()
                .toList();
        assertThat(seen)
                .contains(PLAIN + " 255 224.0.0.18 10 1")
                .contains(NEAR_PEER + " 7 192.0.2.12 10 1")
                .contains(FAR_PEER + " 7 192.0.2.12 10 1")
                .contains(PEER_OVER_IPV6 + " 2001:db8::12 10 1")
                .contains(HUNDRED_ADVERTS + " 255 224.0.0.18 1 1");
        if (Program.underTest() == Program.POLLUX) {
            // Without the pseudo-header, which tshark expects; keepalived 2.2.7 does not know v3_checksum_as_v2.
            assertThat(seen).contains(SHORT_CHECKSUM + " 255 224.0.0.18 10 0");
        }
    }

    /** {@code garp_master_refresh}. */
    private static void aRefreshes(DirectorPair pair) {
        Awaitility.await("three gratuitous ARP packets")
                .atMost(SOON)
                .until(() -> pair.timeline()
                                .since(
                                        0,
                                        Arp.class,
                                        arp -> arp.gratuitous() && arp.sender().equals(address(PLAIN)))
                                .filter(arp -> arp.port().equals(pair.a().port(DirectorPair.EXTERNAL)))
                                .count()
                        >= 3);
    }

    /** Two instances leave, one of which asks for its end to be told; the others say what they are. */
    private static void reloadsWithout(DirectorProcess a, Path folder, Diary diary) {
        List<VirtualRouter> routers = everyRouterOfA();
        routers.removeIf(router -> router.vrid() == PLAIN || router.vrid() == NEAR_PEER);
        a.reload(configurationOfA(folder, routers));
        diary.fifo().await("INSTANCE \"VI_71\" DELETED 200");
        diary.fifo().await("INSTANCE \"VI_74\" FAULT 200");
        diary.awaitSaid("deleted", 1);
        if (Program.underTest() == Program.POLLUX) {
            // keepalived 2.2.7 says it of sync groups only.
            diary.fifo().await("INSTANCE \"VI_72\" MASTER 200", 2);
        }
    }

    private static String configurationOfA(Path folder, List<VirtualRouter> routers) {
        return (DEFINITIONS
                        + VirtualRouter.configuration(routers.stream()
                                .map(router -> router.withPriority(STRONGER))
                                .toArray(VirtualRouter[]::new)))
                .formatted(folder);
    }

    private static List<VirtualRouter> everyRouterOfA() {
        List<VirtualRouter> routers = new ArrayList<>(List.of(
                router(PLAIN)
                        .with("garp_master_delay 0")
                        .with("garp_master_repeat 1")
                        .with("garp_master_refresh 1")
                        .with("notify_deleted \"%1$s/say deleted\""),
                router(NO_PREEMPTION).with("nopreempt"),
                router(LATE_PREEMPTION).with("preempt_delay 2"),
                router(NEAR_PEER).with(peer("192.0.2.11", "192.0.2.12")).with("unicast_ttl 7"),
                router(FAR_PEER)
                        .with(peer("192.0.2.11", "192.0.2.12"))
                        .with("unicast_ttl 7")
                        .with("notify_master_rx_lower_pri \"%1$s/say lower\""),
                router(PEER_OVER_IPV6).with(peer("2001:db8::11", "2001:db8::12")),
                router(TRACKED_FILE).with("track_file {\n number weight -1\n}"),
                router(TRACKED_INTERFACE).with("track_interface {\n eth1 weight -150\n}"),
                router(HUNDRED_ADVERTS),
                router(SHORT_CHECKSUM).with("v3_checksum_as_v2"),
                router(STRICT).with("strict_mode on").withAddress("192.0.2.181/24")));
        if (Program.underTest() == Program.POLLUX) {
            routers.add(router(TRACKED_PROCESS).with("track_process {\n program\n}"));
        }
        return routers;
    }

    private static String ofB() {
        return VirtualRouter.configuration(
                router(PLAIN),
                router(NO_PREEMPTION),
                router(LATE_PREEMPTION),
                router(NEAR_PEER).with(peer("192.0.2.12", "192.0.2.11 min_ttl 7 max_ttl 7")),
                router(FAR_PEER).with(peer("192.0.2.12", "192.0.2.11 min_ttl 8")),
                router(PEER_OVER_IPV6).with(peer("2001:db8::12", "2001:db8::11")),
                router(TRACKED_FILE),
                router(TRACKED_INTERFACE),
                router(TRACKED_PROCESS),
                router(HUNDRED_ADVERTS),
                router(SHORT_CHECKSUM).with("v3_checksum_as_v2"),
                router(STRICT).with("strict_mode on"));
    }

    private static VirtualRouter router(int vrid) {
        VirtualRouter router = VirtualRouter.v3(DirectorPair.EXTERNAL, vrid, 100, address(vrid));
        String interval = vrid == HUNDRED_ADVERTS ? "0.01" : router.advertInterval();
        List<String> addresses =
                vrid == PEER_OVER_IPV6 ? List.of("fe80::76/64", address(vrid) + "/64") : List.of(address(vrid) + "/24");
        return new VirtualRouter(
                router.name(), router.device(), vrid, 100, 3, interval, addresses, List.of("state BACKUP"));
    }

    private static String peer(String source, String peer) {
        return "unicast_src_ip " + source + "\n unicast_peer {\n " + peer + "\n}";
    }

    private static List<Integer> all() {
        return List.of(
                PLAIN,
                NO_PREEMPTION,
                LATE_PREEMPTION,
                NEAR_PEER,
                FAR_PEER,
                PEER_OVER_IPV6,
                TRACKED_FILE,
                TRACKED_INTERFACE,
                TRACKED_PROCESS,
                HUNDRED_ADVERTS,
                STRICT,
                SHORT_CHECKSUM);
    }

    private static String address(int vrid) {
        return vrid == PEER_OVER_IPV6 ? "2001:db8::76" : "192.0.2." + vrid;
    }

    /** The addresses between which adverts go over IPv6. */
    private static void address(DirectorPair pair, String change) {
        for (Host host : List.of(pair.a(), pair.b())) {
            String own = host.equals(pair.a()) ? "2001:db8::11/64" : "2001:db8::12/64";
            host.namespace().ipIfPossible("addr", change, own, "dev", DirectorPair.EXTERNAL, "nodad");
        }
    }

    private static void held(DirectorPair pair, Host host, List<Integer> vrids) {
        Awaitility.await(host.label() + " has " + vrids).atMost(SOON).until(() -> vrids.stream()
                .allMatch(vrid -> pair.has(host, address(vrid))));
    }

    private static void gone(DirectorPair pair, Host host, List<Integer> vrids) {
        Awaitility.await(host.label() + " has none of " + vrids).atMost(SOON).until(() -> vrids.stream()
                .noneMatch(vrid -> pair.has(host, address(vrid))));
    }
}

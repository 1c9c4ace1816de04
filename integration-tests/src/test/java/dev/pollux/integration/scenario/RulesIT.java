package dev.pollux.integration.scenario;

import static dev.pollux.integration.scenario.Rule.FAR_PEER;
import static dev.pollux.integration.scenario.Rule.HUNDRED_ADVERTS;
import static dev.pollux.integration.scenario.Rule.LATE_PREEMPTION;
import static dev.pollux.integration.scenario.Rule.NEAR_PEER;
import static dev.pollux.integration.scenario.Rule.NO_PREEMPTION;
import static dev.pollux.integration.scenario.Rule.PEER_OVER_IPV6;
import static dev.pollux.integration.scenario.Rule.PLAIN;
import static dev.pollux.integration.scenario.Rule.SEALED_OVER_IPV6;
import static dev.pollux.integration.scenario.Rule.SHORT_CHECKSUM;
import static dev.pollux.integration.scenario.Rule.STRICT;
import static dev.pollux.integration.scenario.Rule.TRACKED_FILE;
import static dev.pollux.integration.scenario.Rule.TRACKED_INTERFACE;
import static dev.pollux.integration.scenario.Rule.TRACKED_PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.Dissection;
import dev.pollux.integration.capture.NetworkEvent.AddressChange;
import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.capture.NetworkEvent.Arp;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Every {@link Rule} on one pair of directors: b starts first, then a, which has the better priorities. */
@OnDirectorPair
class RulesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long PREEMPT_DELAY_NANOS = Duration.ofSeconds(2).toNanos();

    /** keepalived 2.2.7 does not know these, or hears of no processes in a network namespace. */
    private static final Set<Rule> BEYOND_KEEPALIVED = EnumSet.of(TRACKED_PROCESS, SEALED_OVER_IPV6, SHORT_CHECKSUM);

    @Test
    void theMasterIsWhomTheKeywordsSay(DirectorPair pair) throws IOException {
        Path folder = pair.scratch("rules");
        Path number = Files.writeString(folder.resolve("number"), "150");
        Diary diary = Diary.begin(folder);
        Set<Rule> rules = rules();
        addressesOverIpv6(pair, "add");
        try {
            DirectorProcess b = pair.start(Program.underTest(), pair.b(), Rule.configurationOfB(rules));
            held(pair, pair.b(), rules);
            long started = pair.timeline().remark("a starts");
            DirectorProcess a = pair.start(Program.underTest(), pair.a(), Rule.configurationOfA(folder, rules));
            preempts(pair, rules, started);

            Files.writeString(number, "0");
            pair.cable(pair.a(), DirectorPair.INTERNAL).pull();
            moved(pair, pair.b(), pair.a(), EnumSet.of(TRACKED_FILE));
            moved(pair, pair.a(), pair.b(), EnumSet.of(TRACKED_INTERFACE));
            if (rules.contains(TRACKED_PROCESS)) {
                followsTheProcess(pair, folder);
            }
            retakes(pair, diary, PEER_OVER_IPV6);

            b.terminate();
            held(pair, pair.a(), EnumSet.of(NO_PREEMPTION, TRACKED_INTERFACE));
            refreshes(pair, PLAIN);
            asWritten(pair, rules);
            diary.awaitSaid("lower", 1);
            diary.fifo().await("INSTANCE \"" + FAR_PEER.instance() + "\" MASTER_RX_LOWER_PRI 200");
            reloadsWithout(EnumSet.of(PLAIN, NEAR_PEER), a, diary);
            gone(pair, pair.a(), EnumSet.of(PLAIN, NEAR_PEER));
        } finally {
            addressesOverIpv6(pair, "del");
        }
    }

    private static Set<Rule> rules() {
        return Program.underTest() == Program.POLLUX
                ? EnumSet.allOf(Rule.class)
                : EnumSet.complementOf(EnumSet.copyOf(BEYOND_KEEPALIVED));
    }

    /** a takes what it may, at once or later, and is a second master where b does not take its adverts for good. */
    private static void preempts(DirectorPair pair, Set<Rule> rules, long started) {
        Set<Rule> kept = EnumSet.of(NO_PREEMPTION, TRACKED_FILE, TRACKED_PROCESS);
        Set<Rule> deaf = EnumSet.of(FAR_PEER, STRICT);
        kept.retainAll(rules);
        Set<Rule> taken = EnumSet.copyOf(rules);
        taken.removeAll(kept);
        taken.removeAll(deaf);
        moved(pair, pair.b(), pair.a(), taken);
        AddressChange late = new Sightings(pair).gained(pair.a(), LATE_PREEMPTION.address(), started);
        assertThat(late.nanos() - started).as("preempt_delay, ns").isGreaterThan(PREEMPT_DELAY_NANOS);
        held(pair, pair.a(), deaf);
        held(pair, pair.b(), deaf);
        held(pair, pair.b(), kept);
        gone(pair, pair.a(), kept);
    }

    private static void followsTheProcess(DirectorPair pair, Path folder) throws IOException {
        Path program = Files.copy(Path.of("/bin/sleep"), folder.resolve("pollux-tracked"));
        Process process = new ProcessBuilder(program.toString(), "60").start();
        try {
            moved(pair, pair.b(), pair.a(), EnumSet.of(TRACKED_PROCESS));
        } finally {
            process.destroyForcibly();
        }
        moved(pair, pair.a(), pair.b(), EnumSet.of(TRACKED_PROCESS));
    }

    /** Somebody removes the address of a. */
    private static void retakes(DirectorPair pair, Diary diary, Rule rule) {
        pair.a().namespace().ip("addr", "del", rule.address() + "/64", "dev", DirectorPair.EXTERNAL);
        diary.fifo().await("INSTANCE \"" + rule.instance() + "\" MASTER 200", 2);
        held(pair, pair.a(), EnumSet.of(rule));
    }

    /** {@code garp_master_refresh}. */
    private static void refreshes(DirectorPair pair, Rule rule) {
        String port = pair.a().port(DirectorPair.EXTERNAL);
        Awaitility.await("three gratuitous ARP packets")
                .atMost(SOON)
                .until(() -> pair.timeline()
                                .since(
                                        0,
                                        Arp.class,
                                        arp -> arp.gratuitous()
                                                && arp.port().equals(port)
                                                && arp.sender().equals(rule.address()))
                                .count()
                        >= 3);
    }

    /** The adverts of a as tshark reads them: where to, how far, how often, how long, and whether the checksum is right. */
    private static void asWritten(DirectorPair pair, Set<Rule> rules) throws IOException {
        pair.drain();
        List<Advert> adverts = new Sightings(pair)
                .adverts(pair.a(), 0).stream()
                        .filter(advert -> advert.priority() == Rule.PRIORITY_OF_A)
                        .toList();
        List<String> names = List.of(
                "vrrp.virt_rtr_id",
                "ip.ttl",
                "ip.dst",
                "ipv6.dst",
                "ipv6.plen",
                "vrrp.short_adver_int",
                "vrrp.checksum.status");
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
                .contains(PLAIN.vrid() + " 255 224.0.0.18 10 1")
                .contains(NEAR_PEER.vrid() + " 7 192.0.2.12 10 1")
                .contains(FAR_PEER.vrid() + " 7 192.0.2.12 10 1")
                .contains(PEER_OVER_IPV6.vrid() + " 2001:db8::12 40 10 1")
                .contains(HUNDRED_ADVERTS.vrid() + " 255 224.0.0.18 1 1");
        if (rules.containsAll(BEYOND_KEEPALIVED)) {
            // tshark expects the pseudo-header.
            assertThat(seen)
                    .contains(SHORT_CHECKSUM.vrid() + " 255 224.0.0.18 10 0")
                    .anyMatch(line -> line.startsWith(SEALED_OVER_IPV6.vrid() + " ff02::12 68 10"));
        }
    }

    /** Two instances leave, one of which asks for its end to be told; the others say what they are. */
    private static void reloadsWithout(Set<Rule> leaving, DirectorProcess a, Diary diary) {
        Set<Rule> staying = rules();
        staying.removeAll(leaving);
        a.reload(Rule.configurationOfA(diary.folder(), staying));
        diary.fifo().await("INSTANCE \"" + PLAIN.instance() + "\" DELETED 200");
        diary.fifo().await("INSTANCE \"" + NEAR_PEER.instance() + "\" FAULT 200");
        diary.awaitSaid("deleted", 1);
        if (Program.underTest() == Program.POLLUX) {
            // keepalived 2.2.7 says it of sync groups only.
            diary.fifo().await("INSTANCE \"" + NO_PREEMPTION.instance() + "\" MASTER 200", 2);
        }
    }

    /** The addresses between which adverts go over IPv6. */
    private static void addressesOverIpv6(DirectorPair pair, String change) {
        for (Host host : List.of(pair.a(), pair.b())) {
            String own = host.equals(pair.a()) ? "2001:db8::11/64" : "2001:db8::12/64";
            host.namespace().ipIfPossible("addr", change, own, "dev", DirectorPair.EXTERNAL, "nodad");
        }
    }

    private static void moved(DirectorPair pair, Host from, Host to, Set<Rule> rules) {
        held(pair, to, rules);
        gone(pair, from, rules);
    }

    private static void held(DirectorPair pair, Host host, Set<Rule> rules) {
        Awaitility.await(host.label() + " has " + rules).atMost(SOON).until(() -> rules.stream()
                .allMatch(rule -> pair.has(host, rule.address())));
    }

    private static void gone(DirectorPair pair, Host host, Set<Rule> rules) {
        Awaitility.await(host.label() + " has none of " + rules).atMost(SOON).until(() -> rules.stream()
                .noneMatch(rule -> pair.has(host, rule.address())));
    }
}

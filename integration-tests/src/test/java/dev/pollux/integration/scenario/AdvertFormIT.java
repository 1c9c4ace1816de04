package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.Dissection;
import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.Command;
import java.io.IOException;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wireshark's opinion of the adverts sent. */
@OnDirectorPair
class AdvertFormIT {

    private static final List<String> FIELDS = List.of(
            "ip.src",
            "ip.dst",
            "ip.ttl",
            "ip.proto",
            "ip.dsfield",
            "ip.checksum.status",
            "ipv6.src",
            "ipv6.dst",
            "ipv6.hlim",
            "ipv6.nxt",
            "vrrp.ipv6_addr",
            "ah.spi",
            "ah.sequence",
            "ip.len",
            "vrrp.version",
            "vrrp.type",
            "vrrp.virt_rtr_id",
            "vrrp.prio",
            "vrrp.addr_count",
            "vrrp.auth_type",
            "vrrp.auth_string",
            "vrrp.adver_int",
            "vrrp.short_adver_int",
            "vrrp.ip_addr",
            "vrrp.checksum.status",
            "_ws.malformed",
            "_ws.expert.message");

    private static final String GOOD = "1";

    @BeforeAll
    static void requireTshark() {
        Assumptions.assumeTrue(
                Command.of("sh", "-c", "command -v tshark").result().exitCode() == 0, "needs the program tshark");
    }

    @Test
    void versionTwoWithPassword(DirectorPair pair) throws IOException {
        VirtualRouter router = VirtualRouter.v2(DirectorPair.EXTERNAL, 51, 150, Duel.VIP + "/24", "192.0.2.101/24");
        for (Dissection advert : sent(pair, router.withPassword("tomato"))) {
            assertCommon(advert, "2");
            assertThat(advert.get("vrrp.auth_type")).isEqualTo("1");
            assertThat(advert.get("vrrp.auth_string")).isEqualTo("tomato");
            assertThat(advert.get("vrrp.adver_int")).isEqualTo("1");
        }
    }

    @Test
    void versionTwoWithoutPassword(DirectorPair pair) throws IOException {
        VirtualRouter router = VirtualRouter.v2(DirectorPair.EXTERNAL, 51, 150, Duel.VIP + "/24", "192.0.2.101/24");
        for (Dissection advert : sent(pair, router)) {
            assertCommon(advert, "2");
            assertThat(advert.get("vrrp.auth_type")).isEqualTo("0");
            assertThat(advert.get("vrrp.adver_int")).isEqualTo("1");
        }
    }

    @Test
    void versionThree(DirectorPair pair) throws IOException {
        VirtualRouter router = VirtualRouter.v3(DirectorPair.EXTERNAL, 51, 150, Duel.VIP + "/24", "192.0.2.101/24");
        for (Dissection advert : sent(pair, router)) {
            assertCommon(advert, "3");
            assertThat(advert.get("vrrp.short_adver_int")).isEqualTo("10");
        }
    }

    @Test
    void versionThreeOverIpv6(DirectorPair pair) throws IOException {
        VirtualRouter router = VirtualRouter.v3(DirectorPair.EXTERNAL, 51, 150, "fe80::100/64", "2001:db8::100/64");
        for (Dissection advert : sent(pair, router)) {
            assertThat(advert.get("_ws.malformed")).isEmpty();
            assertThat(advert.get("ipv6.src")).startsWith("fe80::").isNotEqualTo("fe80::100");
            assertThat(advert.get("ipv6.dst")).isEqualTo("ff02::12");
            assertThat(advert.get("ipv6.hlim")).isEqualTo("255");
            assertThat(advert.get("ipv6.nxt")).isEqualTo("112");
            assertThat(advert.get("vrrp.version")).isEqualTo("3");
            assertThat(advert.get("vrrp.short_adver_int")).isEqualTo("10");
            assertThat(advert.get("vrrp.ipv6_addr")).isEqualTo("fe80::100,2001:db8::100");
            assertThat(advert.get("vrrp.checksum.status")).isEqualTo(GOOD);
        }
    }

    /** The trailer that no RFC knows stands behind the message, which remains what it was. */
    @Test
    void versionThreeWithAuthHmac(DirectorPair pair) throws IOException {
        VirtualRouter router = VirtualRouter.v3(DirectorPair.EXTERNAL, 51, 150, Duel.VIP + "/24")
                .with("auth_hmac {\n    key 1 0123456789abcdef0123456789abcdef\n  }");
        for (Dissection advert : sent(pair, router)) {
            assertThat(advert.get("ip.proto")).isEqualTo("112");
            assertThat(advert.get("ip.len")).isEqualTo(String.valueOf(20 + 8 + 4 + 28));
            assertThat(advert.get("vrrp.version")).isEqualTo("3");
            assertThat(advert.get("vrrp.ip_addr")).isEqualTo(Duel.VIP);
        }
    }

    private static void assertCommon(Dissection advert, String version) {
        assertThat(advert.get("_ws.malformed")).isEmpty();
        assertThat(advert.get("_ws.expert.message")).isEmpty();
        assertThat(advert.get("ip.src")).isEqualTo("192.0.2.11");
        assertThat(advert.get("ip.dst")).isEqualTo("224.0.0.18");
        assertThat(advert.get("ip.ttl")).isEqualTo("255");
        assertThat(advert.get("ip.proto")).isEqualTo("112");
        assertThat(advert.get("ip.dsfield")).isEqualTo("0xc0");
        assertThat(advert.get("ip.checksum.status")).isEqualTo(GOOD);
        assertThat(advert.get("vrrp.version")).isEqualTo(version);
        assertThat(advert.get("vrrp.type")).isEqualTo("1");
        assertThat(advert.get("vrrp.virt_rtr_id")).isEqualTo("51");
        assertThat(advert.get("vrrp.addr_count")).isEqualTo("2");
        assertThat(advert.get("vrrp.ip_addr")).isEqualTo("192.0.2.100,192.0.2.101");
        assertThat(advert.get("vrrp.checksum.status")).isEqualTo(GOOD);
    }

    /** Lets the router become master and resign, and has its adverts dissected. */
    private static List<Dissection> sent(DirectorPair pair, VirtualRouter router) throws IOException {
        DirectorProcess a = pair.start(Program.underTest(), pair.a(), VirtualRouter.configuration(router));
        Sightings sightings = new Sightings(pair);
        Awaitility.await("two adverts of a")
                .until(() -> sightings.adverts(pair.a(), 0).size() >= 2);
        a.terminate();
        pair.drain();
        List<Advert> adverts = sightings.adverts(pair.a(), 0);
        List<Dissection> dissections = Dissection.of(adverts, FIELDS);
        assertThat(dissections).hasSameSizeAs(adverts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(dissections.get(0).get("vrrp.prio")).isEqualTo("150");
        assertThat(dissections.get(dissections.size() - 1).get("vrrp.prio")).isEqualTo("0");
        return dissections;
    }
}

package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.Wire.SeenAdvert;
import dev.pollux.vrrp.Wire.SeenArp;
import dev.pollux.vrrp.Wire.SeenNeighbour;
import dev.pollux.vrrp.machine.StateName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual routers over IPv6, seen from the other end of a cable. */
class Ipv6Test {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final SeenNeighbour LINK_LOCAL = new SeenNeighbour(inet("fe80::100"));
    private static final SeenNeighbour GLOBAL = new SeenNeighbour(inet("2001:db8::100"));

    private static String instance(String family) {
        return """
                vrrp_instance VI_1 {
                 interface eth0
                 virtual_router_id 51
                 version 3
                 advert_int 0.1
                 virtual_ipaddress {
                  %s
                 }
                 virtual_ipaddress_excluded {
                  %s
                 }
                }
                """.formatted(
                        family.equals("IPv6") ? "fe80::100/64\n 2001:db8::100/64" : "10.9.0.100/24",
                        family.equals("IPv6") ? "10.9.0.100/24" : "fe80::100/64\n 2001:db8::100/64");
    }

    /** The interface comes up as the director starts, so that its address is not yet settled. */
    @Test
    void waitsForItsAddressThenAdvertisesHoldsAndAnnounces(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(instance("IPv6"));

            await().atMost(SOON).until(() -> cable.wire().neighbours().size() >= 10);

            assertThat(director.transitions())
                    .extracting(VirtualRouterTransition::to)
                    .as("no FAULT for want of an address")
                    .containsExactly(StateName.BACKUP, StateName.MASTER);
            SeenAdvert first = cable.wire().adverts().get(0);
            assertThat(first.source()).isEqualTo(director.status().source().orElseThrow());
            assertThat(first.source().isLinkLocalAddress()).isTrue();
            assertThat(first.timeToLive()).isEqualTo(255);
            assertThat(first.checksumGood()).isTrue();
            assertThat(first.advert().addresses()).containsExactly(inet("fe80::100"), inet("2001:db8::100"));
            assertThat(cable.wire().neighbours().subList(0, 4)).containsExactly(LINK_LOCAL, GLOBAL, LINK_LOCAL, GLOBAL);
            assertThat(cable.wire().arps()).contains(new SeenArp(inet("10.9.0.100")));
            assertThat(cable.left().ip("-oneline address show dev eth0"))
                    .containsPattern("fe80::100/64 scope link nodad")
                    .containsPattern("2001:db8::100/64 scope global nodad")
                    .contains("10.9.0.100/24");

            director.stop();
            assertThat(cable.left().ip("-oneline address show dev eth0"))
                    .doesNotContain("::100/64")
                    .doesNotContain("10.9.0.100/24");
            await().atMost(SOON).until(() -> cable.wire().adverts().stream()
                    .anyMatch(advert -> advert.advert().priority() == 0));
        }
    }

    @Test
    void anIpv4RouterHoldsIpv6AddressesToo(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(instance("IPv4"));

            await().atMost(SOON)
                    .until(() -> cable.wire().neighbours().size() >= 10
                            && cable.wire().arps().size() >= 5);

            assertThat(cable.wire().adverts())
                    .extracting(advert -> advert.advert().addresses())
                    .containsOnly(List.of(inet("10.9.0.100")));
            assertThat(cable.left().ip("-oneline address show dev eth0"))
                    .contains("fe80::100/64", "2001:db8::100/64", "10.9.0.100/24");
        }
    }

    @Test
    void twoRoutersAgree(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director left = cable.director(cable.left());
            Director right = cable.director(cable.right());
            left.run(instance("IPv6"));
            right.run(instance("IPv6").replace("advert_int", "priority 50\n advert_int"));

            await().atMost(SOON).until(() -> left.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> right.status().counts().advertsReceived() > 5);
            await().atMost(SOON).until(() -> right.state("VI_1") == StateName.BACKUP);
            assertThat(right.status().counts().dropped()).isEmpty();

            cable.left().ip("link set eth0 down");
            await().atMost(SOON).until(() -> left.state("VI_1") == StateName.FAULT);
            cable.left().ip("link set eth0 up");
            await().atMost(SOON).until(() -> left.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> right.state("VI_1") == StateName.BACKUP);
        }
    }
}

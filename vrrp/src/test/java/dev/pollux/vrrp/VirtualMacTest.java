package dev.pollux.vrrp;

import static dev.pollux.vrrp.Cable.addresses;
import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.vrrp.machine.StateName;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual routers with a MAC address of their own, as {@code ip} and the wire show them. */
class VirtualMacTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MAC = "00:00:5e:00:01:33";

    private static final String CONFIGURATION = """
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                version 3
                priority 200
                advert_int 0.1
                use_vmac
                virtual_ipaddress {
                    10.9.0.100/24
                    10.9.0.101/24 dev eth0
                    10.8.0.100/24 dev eth1 use_vmac
                }
                virtual_ipaddress_excluded {
                    2001:db8::1/64
                    2001:db8::2/64 use_vmac
                }
            }
            """;

    @Test
    void advertsAndAddressesHaveTheVirtualMac(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            NetworkNamespace left = cable.left();
            left.connect("eth1", cable.right(), "eth1");
            left.command("sysctl -q net.ipv4.conf.all.rp_filter=1");
            Director director = cable.director(left);
            director.run(CONFIGURATION);
            await().atMost(SOON).until(() -> director.status().held().size() == 5);
            await().atMost(SOON).until(() -> !cable.wire().arps().isEmpty());

            assertThat(left.ip("-d link show vrrp.51")).contains("vrrp.51@eth0", MAC, "macvlan mode private");
            assertThat(left.ip("link show vrrp1.51")).contains("vrrp1.51@eth1", MAC);
            assertThat(left.ip("link show vrrp6.51")).contains("vrrp6.51@eth0", "00:00:5e:00:02:33");
            assertThat(addresses(left, "vrrp.51")).contains("10.9.0.100/24", "10.9.0.101/24");
            assertThat(addresses(left, "vrrp1.51")).contains("10.8.0.100/24");
            assertThat(left.ip("-6 address show dev vrrp6.51")).contains("2001:db8::2/64");
            assertThat(left.ip("-6 address show dev eth0")).contains("2001:db8::1/64");
            assertThat(left.ip("-6 address show dev vrrp.51")).doesNotContain("fe80");
            assertThat(cable.wire().macAddresses())
                    .as("senders of adverts and gratuitous ARPs on the wire")
                    .containsOnly(MAC);
            assertThat(cable.wire().adverts().get(0).source()).isEqualTo(inet("10.9.0.1"));
            assertThat(sysctl(left, "vrrp.51", "arp_ignore") + sysctl(left, "vrrp.51", "accept_local"))
                    .isEqualTo("11");
            assertThat(sysctl(left, "eth0", "arp_ignore") + sysctl(left, "eth0", "arp_filter"))
                    .isEqualTo("11");
            assertThat(sysctl(left, "all", "rp_filter") + sysctl(left, "eth0", "rp_filter"))
                    .isEqualTo("01");

            director.stop();
            assertThat(left.ip("link show")).doesNotContain("vrrp");
            assertThat(sysctl(left, "all", "rp_filter") + sysctl(left, "eth0", "arp_ignore"))
                    .isEqualTo("10");
        }
    }

    @Test
    void anInterfaceThatIsThereIsAdoptedAndAReloadKeepsIt(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            NetworkNamespace left = cable.left();
            left.ip("link add link eth0 name vrrp.51 address " + MAC + " type macvlan mode private");
            int index = left.interfaceIndex("vrrp.51");
            Director director = cable.director(left);
            director.run(plain(""));
            await().atMost(SOON).until(() -> director.status().held().contains(inet("10.9.0.100")));
            assertThat(left.interfaceIndex("vrrp.51")).isEqualTo(index);
            int transitions = director.transitions().size();

            director.run(plain("10.9.0.109/24"));
            await().atMost(SOON).until(() -> addresses(left, "vrrp.51").contains("10.9.0.109"));
            assertThat(left.interfaceIndex("vrrp.51")).isEqualTo(index);
            assertThat(director.transitions()).hasSize(transitions);
        }
    }

    @Test
    void anInterfaceThatIsDeletedIsMadeAgain(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            NetworkNamespace left = cable.left();
            Director director = cable.director(left);
            director.run(plain(""));
            await().atMost(SOON).until(() -> director.status().held().contains(inet("10.9.0.100")));

            left.ip("link delete vrrp.51");
            await().atMost(SOON).until(() -> director.transitions().stream()
                    .anyMatch(transition -> transition.to() == StateName.FAULT));
            await().atMost(SOON).until(() -> left.ip("address show").contains("10.9.0.100/24 scope global vrrp.51"));

            left.ip("link delete eth0");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.FAULT);
            left.connect("eth0", cable.right(), "eth0");
            left.ip("address add 10.9.0.1/24 dev eth0");
            await().atMost(SOON).until(() -> left.ip("address show").contains("10.9.0.100/24 scope global vrrp.51"));
        }
    }

    @Test
    void advertsMayBeSentFromTheInterfaceBelow(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(plain("").replace("use_vmac", "use_vmac myvmac 02:00:00:00:0a\nvmac_xmit_base"));
            await().atMost(SOON).until(() -> director.status().held().contains(inet("10.9.0.100")));
            await().atMost(SOON).until(() -> !cable.wire().arps().isEmpty());

            assertThat(addresses(cable.left(), "myvmac")).contains("10.9.0.100/24");
            assertThat(cable.wire().macAddresses())
                    .contains("02:00:00:00:0a:33")
                    .hasSize(2);
        }
    }

    @Test
    void anIpvlanHasTheAddressThatAdvertsComeFrom(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(plain("").replace("use_vmac", "use_ipvlan 10.9.0.7/24"));
            boolean made =
                    cable.left().ip("link show").contains("vrrp.51") || director.state("VI_1") != StateName.FAULT;
            org.junit.jupiter.api.Assumptions.assumeTrue(made, "SKIPPED: this kernel has no ipvlan");
            await().atMost(SOON).until(() -> !cable.wire().adverts().isEmpty());

            assertThat(cable.wire().adverts().get(0).source()).isEqualTo(inet("10.9.0.7"));
        }
    }

    @Test
    void whatIsRemovedIsRestoredWhereThatIsAsked(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(plain("").replace("use_vmac", "restore_deleted"));
            await().atMost(SOON).until(() -> director.status().held().contains(inet("10.9.0.100")));
            int transitions = director.transitions().size();

            for (int times = 1; times <= 2; times++) {
                long before = times;
                cable.left().ip("address delete 10.9.0.100/24 dev eth0");
                await().atMost(SOON).until(() -> director.status().counts().entriesRestored() == before);
                assertThat(addresses(cable.left(), "eth0")).contains("10.9.0.100/24");
            }
            assertThat(director.transitions()).hasSize(transitions);
        }
    }

    @Test
    void anIpv6RouterSpeaksFromTheLinkLocalAddressBelow(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            await().atMost(SOON)
                    .until(() -> cable.left().ip("-6 address show dev eth0").contains("fe80"));
            Director director = cable.director(cable.left());
            director.run(plain("").replace("10.9.0.100/24", "fe80::100/64\n2001:db8::100/64"));
            await().atMost(SOON).until(() -> director.status().held().size() == 2);
            await().atMost(SOON).until(() -> !cable.wire().adverts().isEmpty());

            assertThat(cable.left().ip("-6 address show dev vrrp.51")).contains("fe80::100/64", "2001:db8::100/64");
            assertThat(cable.wire().macAddresses()).contains("00:00:5e:00:02:33");
            String own = cable.wire().adverts().get(0).source().getHostAddress();
            assertThat(own).startsWith("fe80:0:0:0:").isNotEqualTo("fe80:0:0:0:0:0:0:100");
        }
    }

    /** At boot the director may be quicker than the interface below. */
    @Test
    void anIpv6RouterWaitsForTheLinkLocalAddressBelow(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            NetworkNamespace left = cable.left();
            left.ip("-6 address flush dev eth0");
            Director director = cable.director(left);
            director.run(plain("").replace("10.9.0.100/24", "fe80::100/64\n2001:db8::100/64"));
            await().atMost(SOON).until(() -> left.ip("link show").contains("vrrp.51"));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.FAULT);

            left.ip("address add fe80::7/64 dev eth0 nodad");
            await().atMost(SOON).until(() -> director.status().held().size() == 2);
            assertThat(director.status().source()).contains(inet("fe80::7"));
            await().atMost(SOON).until(() -> !cable.wire().adverts().isEmpty());

            left.ip("link set vrrp.51 down");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.FAULT);
            left.ip("link set vrrp.51 up");
            await().atMost(SOON).until(() -> director.status().held().size() == 2);
        }
    }

    @Test
    void routersStartOnAnInterfaceThatIsDown(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            NetworkNamespace left = cable.left();
            left.ip("link set eth0 down");
            Director director = cable.director(left);
            director.run(plain("")
                    + plain("").replace("10.9.0.100/24", "fe80::100/64").replace("VI_1", "VI_2"));
            await().atMost(SOON).until(() -> left.ip("link show").contains("vrrp6.51"));
            await().atMost(SOON).until(() -> director.state("VI_2") == StateName.FAULT);
            assertThat(director.state("VI_1")).isEqualTo(StateName.FAULT);

            left.ip("link set eth0 up");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> director.state("VI_2") == StateName.MASTER);
            assertThat(left.ip("-6 address show dev vrrp6.51")).contains("fe80::100/64");
        }
    }

    /** Debian's keepalived with the same virtual MAC address is the other router, in both roles. */
    @Test
    void takesOverFromKeepalivedAndGivesWayToIt(@TempDir Path directory) {
        String theirs = plain("").replace("priority 200", "priority 100");
        try (Cable cable = new Cable(directory);
                Keepalived keepalived = new Keepalived(cable.right(), directory, theirs)) {
            await().atMost(SOON).until(() -> holds(cable.right()));
            Director better = cable.director(cable.left());
            better.run(plain(""));
            await().atMost(SOON).until(() -> holds(cable.left()) && !holds(cable.right()));
            assertThat(better.status().counts().advertsReceived()).isPositive();

            better.stop();
            await().atMost(SOON).until(() -> !holds(cable.left()) && holds(cable.right()));

            Director worse = cable.director(cable.left());
            worse.run(plain("").replace("priority 200", "priority 50"));
            await().atMost(SOON).until(() -> worse.status().counts().advertsReceived() > 3);
            assertThat(worse.state("VI_1")).isEqualTo(StateName.BACKUP);
            keepalived.stop();
            await().atMost(SOON).until(() -> holds(cable.left()));
        }
    }

    private static boolean holds(NetworkNamespace namespace) {
        return namespace.ip("-4 -oneline address show").contains("vrrp.51    inet 10.9.0.100");
    }

    private static String plain(String more) {
        return """
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    version 3
                    priority 200
                    advert_int 0.1
                    use_vmac
                    virtual_ipaddress {
                        10.9.0.100/24
                        %s
                    }
                }
                """.formatted(more);
    }

    private static String sysctl(NetworkNamespace namespace, String interfaceName, String name) {
        return namespace
                .command("cat /proc/sys/net/ipv4/conf/" + interfaceName + "/" + name)
                .strip();
    }
}

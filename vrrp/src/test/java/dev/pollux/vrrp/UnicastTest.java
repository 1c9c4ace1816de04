package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.packet.DropReason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers, groups, source addresses and keys: who hears whom. */
class UnicastTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private static String instance(String name, int priority, String address, String more) {
        return """
                vrrp_instance %s {
                 virtual_router_id 51
                 version 3
                 advert_int 0.1
                 priority %d
                 virtual_ipaddress {
                  %s dev eth0
                 }
                 %s
                }
                """.formatted(name, priority, address, more);
    }

    private static String peer(int ours, int theirs) {
        return "unicast_src_ip 10.9.0." + ours + "\n unicast_peer {\n 10.9.0." + theirs + "\n}\n";
    }

    /** Three pairs with one VRID on one link, two of them unicast: each backup hears its own master only. */
    @Test
    void instancesShareAVirtualRouterId(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().ip("address add 10.9.0.3/24 dev eth0");
            cable.right().ip("address add 10.9.0.4/24 dev eth0");
            Director left = cable.director(cable.left());
            Director right = cable.director(cable.right());
            String eth0 = "interface eth0\n ";
            left.run(instance("A", 200, "10.9.0.101", eth0 + peer(1, 2))
                    + instance("B", 200, "10.9.0.102", eth0 + peer(3, 4))
                    + instance("C", 200, "10.9.0.103", eth0));
            right.run(instance("A", 100, "10.9.0.101", eth0 + peer(2, 1))
                    + instance("B", 150, "10.9.0.102", eth0 + peer(4, 3))
                    + instance("C", 100, "10.9.0.103", eth0));

            await().atMost(SOON).until(() -> right.proxy().status().stream()
                    .allMatch(status -> status.counts().advertsReceived() > 10 && status.state() == StateName.BACKUP));
            assertThat(right.proxy().status())
                    .allSatisfy(status -> assertThat(status.counts().dropped()).isEmpty());

            left.run(instance("B", 200, "10.9.0.102", eth0 + peer(3, 4)));
            await().atMost(SOON)
                    .until(() -> right.state("A") == StateName.MASTER && right.state("C") == StateName.MASTER);
        }
    }

    @Test
    void noInterfaceIsNeeded(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director left = cable.director(cable.left());
            Director right = cable.director(cable.right());
            left.run(instance("A", 200, "10.9.0.101", peer(1, 2) + "check_unicast_src"));
            right.run(instance("A", 100, "10.9.0.101", peer(2, 1) + "check_unicast_src"));

            await().atMost(SOON).until(() -> left.state("A") == StateName.MASTER);
            await().atMost(SOON).until(() -> right.status().counts().advertsReceived() > 10);
            await().atMost(SOON).until(() -> right.state("A") == StateName.BACKUP);
            assertThat(right.status().counts().dropped()).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsAFault(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(instance("A", 100, "10.9.0.101", "interface eth0\n unicast_fault_no_peer"));
            await().atMost(SOON).until(() -> director.state("A") == StateName.FAULT);

            director.run(instance("A", 100, "10.9.0.101", "interface eth0\n mcast_src_ip 10.9.0.9\n track_src_ip"));
            await().atMost(SOON).until(() -> director.state("A") == StateName.FAULT);
            cable.left().ip("address add 10.9.0.9/24 dev eth0");
            await().atMost(SOON).until(() -> director.state("A") == StateName.MASTER);
            await().atMost(SOON).until(() -> cable.wire().adverts().stream()
                    .anyMatch(advert -> advert.source().equals(inet("10.9.0.9"))));
            cable.left().ip("address delete 10.9.0.9/24 dev eth0");
            await().atMost(SOON).until(() -> director.state("A") == StateName.FAULT);
        }
    }

    @Test
    void groupsOfOnesOwn(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director left = cable.director(cable.left());
            Director right = cable.director(cable.right());
            left.run(instance("A", 200, "10.9.0.101", "interface eth0\n mcast_dst_ip 224.0.0.99")
                    + instance("B", 200, "fe80::101/64", "interface eth0\n mcast_dst_ip ff02::99"));
            right.run(instance("A", 100, "10.9.0.101", "interface eth0\n mcast_dst_ip 224.0.0.99")
                    + instance("B", 100, "fe80::101/64", "interface eth0\n mcast_dst_ip ff02::99"));

            await().atMost(SOON).until(() -> right.proxy().status().stream()
                    .allMatch(status -> status.counts().advertsReceived() > 10 && status.state() == StateName.BACKUP));

            right.run(instance("A", 100, "10.9.0.101", "interface eth0")
                    + instance("B", 100, "fe80::101/64", "interface eth0"));
            await().atMost(SOON)
                    .until(() -> right.state("A") == StateName.MASTER && right.state("B") == StateName.MASTER);
        }
    }

    @Test
    void signedAdvertsAreTheOnlyOnesThatCount(@TempDir Path directory) {
        String signed = "interface eth0\n auth_hmac {\n key 1 " + KEY + "\n}";
        String other = "interface eth0\n auth_hmac {\n key 1 " + KEY.replace('0', '1') + "\n}";
        try (Cable cable = new Cable(directory)) {
            Director left = cable.director(cable.left());
            Director right = cable.director(cable.right());
            left.run(instance("A", 100, "10.9.0.101", signed));
            await().atMost(SOON).until(() -> left.state("A") == StateName.MASTER);

            right.run(instance("A", 200, "10.9.0.101", other));
            await().atMost(SOON)
                    .until(() ->
                            left.status().counts().dropped().getOrDefault(DropReason.EXTENSION_INVALID_HMAC, 0L) > 5);
            right.run(instance("A", 200, "10.9.0.101", "interface eth0"));
            await().atMost(SOON)
                    .until(() -> left.status().counts().dropped().getOrDefault(DropReason.EXTENSION_MISSING, 0L) > 5);
            assertThat(left.state("A")).isEqualTo(StateName.MASTER);
            assertThat(left.transitions()).hasSize(2);

            right.run(instance("A", 200, "10.9.0.101", signed));
            await().atMost(SOON).until(() -> left.state("A") == StateName.BACKUP);
            assertThat(left.status().counts().advertsReceived()).isPositive();
        }
    }
}

package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.testing.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that a master holds for routing only, as a neighbour finds them. */
class NoAcceptTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void needsNftables() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/nft")), "SKIPPED: the nft program is not installed");
    }

    @Test
    void packetsToTheAddressesAreDropped(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.right().ip("address add 2001:db8::2/64 dev eth0 nodad");
            cable.left().command("nft add table ip left");
            leftBehind(directory, "left");
            Director director = cable.director(cable.left());
            director.run(configuration("no_accept"));
            await().atMost(SOON).until(() -> director.status().held().size() == 2);

            assertThat(answers(cable.right(), "10.9.0.1")).isTrue();
            assertThat(answers(cable.right(), "10.9.0.100")).isFalse();
            assertThat(answers(cable.right(), "2001:db8::100")).isFalse();
            assertThat(cable.right().ip("neighbor show"))
                    .as("ARP and neighbour discovery are answered")
                    .containsPattern("10.9.0.100 .* lladdr")
                    .containsPattern("2001:db8::100 .* lladdr");
            assertThat(cable.left().command("nft list tables"))
                    .as("of a director that died")
                    .doesNotContain("left");
            assertThat(directory.resolve("run0/firewall")).hasContent("mine");
            assertThat(cable.left().command("nft list table ip mine"))
                    .containsPattern("priority (filter - 7|-7);")
                    .contains("counter");

            director.run(configuration("accept"));
            await().atMost(SOON).until(() -> answers(cable.right(), "10.9.0.100"));
            assertThat(answers(cable.right(), "2001:db8::100")).isTrue();
            assertThat(cable.left().command("nft list tables")).doesNotContain("mine");

            director.run(configuration("no_accept"));
            await().atMost(SOON).until(() -> !answers(cable.right(), "10.9.0.100"));
            director.stop();
            assertThat(cable.left().command("nft list tables")).doesNotContain("mine");
            assertThat(directory.resolve("run0/firewall")).doesNotExist();
        }
    }

    private static void leftBehind(Path directory, String table) {
        try {
            Files.createDirectories(directory.resolve("run0"));
            Files.writeString(directory.resolve("run0/firewall"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStandbyIsSilentOnItsVirtualInterface(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(configuration("use_vmac"));
            await().atMost(SOON).until(() -> director.status().held().size() == 2);

            assertThat(cable.left().command("nft list table ip mine"))
                    .contains("ip protocol igmp oifname \"vrrp.51\"")
                    .contains("drop");
            director.stop();
            assertThat(cable.left().command("nft list tables")).doesNotContain("mine");
        }
    }

    private static boolean answers(NetworkNamespace from, String address) {
        try {
            from.command("ping -c 1 -W 1 " + address);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String configuration(String more) {
        return """
                global_defs {
                    nftables mine
                    nftables_priority -7
                    nftables_counters
                }
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    version 3
                    priority 200
                    advert_int 0.1
                    %s
                    virtual_ipaddress {
                        10.9.0.100/24
                    }
                    virtual_ipaddress_excluded {
                        2001:db8::100/64
                    }
                }
                """.formatted(more);
    }
}

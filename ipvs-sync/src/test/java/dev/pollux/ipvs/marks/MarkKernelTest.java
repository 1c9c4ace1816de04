package dev.pollux.ipvs.marks;

import static dev.pollux.ipvs.fixture.Groups.group;
import static dev.pollux.ipvs.fixture.Groups.marked;
import static dev.pollux.ipvs.fixture.Groups.udp;
import static dev.pollux.ipvs.fixture.VirtualServers.configuration;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.linux.testing.VirtualLoop;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table that marks packets, in the kernel. */
class MarkKernelTest {

    private static final long FOUR_SECONDS = 4_000_000_000L;
    private static final VirtualServer NAMES =
            group("names", udp("127.0.1.1", 53), udp("127.0.1.2", 53), udp("127.0.1.3", 53), udp("::1", 53));
    private static final VirtualServer SHORTER = group("names", udp("127.0.1.1", 53), udp("127.0.1.2", 53));
    private static final VirtualServer EVERY_PORT = group("any", udp("127.0.1.9", 0), udp("127.0.1.3", 0));

    private final NetworkNamespace namespace;
    private final VirtualLoop loop = new VirtualLoop();
    private final MarkProxy proxy = MarkProxy.start(loop.loop(), loop.clock(), Nftables.system());
    private GroupMarks marks = GroupMarks.none();

    MarkKernelTest() {
        assumeTrue(Files.exists(Path.of("/usr/sbin/nft")), "SKIPPED: needs the nft program of the package nftables");
        namespace = NetworkNamespace.open();
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    @Test
    void packetsToAGroupHaveItsMark() {
        commit(marked(NAMES, EVERY_PORT));
        assertThat(table()).contains("127.0.1.1-127.0.1.3 . 53 : 0x000003e8", "::1 . 53 : 0x000003e8");

        assertThat(markOf(namespace, "127.0.1.1", 53)).isEqualTo("0x000003e8");
        assertThat(markOf(namespace, "127.0.1.3", 53)).isEqualTo("0x000003e8");
        assertThat(markOf(namespace, "::1", 53)).isEqualTo("0x000003e8");
        assertThat(markOf(namespace, "127.0.1.9", 7)).isEqualTo("0x000003e9");
        assertThat(markOf(namespace, "127.0.1.3", 7)).isEqualTo("0x000003e9");
        assertThat(markOf(namespace, "127.0.1.1", 54)).isEqualTo("0x00000000");
        assertThat(markOf(namespace, "127.0.1.4", 53)).isEqualTo("0x00000000");
    }

    @Test
    void packetsFromOutsideAreMarkedToo() {
        try (NetworkNamespace client = NetworkNamespace.open()) {
            namespace.connect("eth1", client, "eth1");
            namespace.ip("address add 192.0.2.1/24 dev eth1");
            client.ip("address add 192.0.2.9/24 dev eth1");
            commit(marked(group("web", udp("192.0.2.1", 80))));

            assertThat(markOf(client, "192.0.2.1", 80)).isEqualTo("0x000003e8");
        }
    }

    @Test
    void aReloadChangesElementsOnlyAndTheEndRemovesTheTable() {
        commit(marked(NAMES));
        String handle = handle();

        commit(marked(SHORTER, EVERY_PORT));
        assertThat(table()).contains("127.0.1.1-127.0.1.2 . 53").doesNotContain("::1");
        commit(marked(NAMES, EVERY_PORT));
        assertThat(table()).contains("127.0.1.1-127.0.1.3 . 53", "::1 . 53");
        assertThat(handle()).as("still the same table").isEqualTo(handle);

        commit(marked(new MarkSettings("other", -7, 5000), NAMES));
        assertThat(namespace.command("nft list ruleset"))
                .contains("table inet other", "hook prerouting priority filter - 7", "0x00001388")
                .doesNotContain("keepalived_ipvs");

        commit(configuration(NAMES));
        assertThat(namespace.command("nft list ruleset")).isEmpty();
    }

    @Test
    void whatOthersChangeIsPutRight() {
        ServiceKey[] prefix = new ServiceKey[8];
        for (int i = 0; i < prefix.length; i++) {
            prefix[i] = tcp("192.0.2." + (8 + i), 80);
        }
        commit(marked(NAMES, group("prefix", prefix)));
        assertThat(table()).contains("192.0.2.8/29 . 80");
        String before = withHandles();
        namespace.command("nft add table inet strange");
        pass();
        assertThat(withHandles()).as("not made anew without need").isEqualTo(before);

        namespace.command("nft flush map inet keepalived_ipvs udp4");
        pass();
        assertThat(handle()).isNotEqualTo(before.lines().findFirst().orElse(""));
        assertThat(table()).contains("127.0.1.1-127.0.1.3 . 53");

        namespace.command("nft delete table inet keepalived_ipvs");
        pass();
        assertThat(table()).contains("127.0.1.1-127.0.1.3 . 53");
    }

    @Test
    void aStopRemovesTheTable() {
        commit(marked(NAMES));
        namespace.run(() -> finish(proxy.stop(true)));
        assertThat(namespace.command("nft list ruleset")).isEmpty();
    }

    @Test
    void aStopLeavesTheTableIfAskedTo() {
        commit(marked(NAMES));
        namespace.run(() -> finish(proxy.stop(false)));
        assertThat(table()).contains("127.0.1.1-127.0.1.3 . 53");
    }

    private void commit(Configuration next) {
        marks = marks.next(next);
        namespace.run(() -> finish(proxy.commit(next, marks)));
    }

    private void finish(CompletionStage<Void> stage) {
        loop.run();
        assertThat(stage.toCompletableFuture()).isCompleted();
    }

    private void pass() {
        namespace.run(() -> loop.advance(FOUR_SECONDS));
    }

    /** What a packet carries when it has arrived. */
    private String markOf(NetworkNamespace sender, String address, int port) {
        namespace.run(() -> Nftables.system().apply("""
                add table inet probe
                delete table inet probe
                table inet probe {
                    set seen { type mark; flags dynamic; }
                    chain input {
                        type filter hook input priority 0
                        meta l4proto udp add @seen { meta mark }
                    }
                }
                """));
        sender.run(() -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(address), port));
            }
        });
        Pattern mark = Pattern.compile("elements = \\{ (0x[0-9a-f]+)");
        await().until(() ->
                mark.matcher(namespace.command("nft list table inet probe")).find());
        Matcher found = mark.matcher(namespace.command("nft list table inet probe"));
        return found.find() ? found.group(1) : "";
    }

    private String table() {
        return namespace.command("nft list table inet keepalived_ipvs");
    }

    /** A table that is made anew has another one. */
    private String handle() {
        return withHandles().lines().findFirst().orElse("");
    }

    private String withHandles() {
        return namespace.command("nft -a list table inet keepalived_ipvs");
    }
}

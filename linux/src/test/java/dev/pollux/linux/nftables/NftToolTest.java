package dev.pollux.linux.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.linux.testing.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NftToolTest {

    private static final TableName TABLE = new TableName("inet", "test");

    private static final String SCRIPT = """
            table inet test {
              set names { type ipv4_addr . inet_service; elements = { 192.0.2.1 . 80, 192.0.2.2 . 443 }; }
              map verdicts { type ipv6_addr . inet_service : verdict; }
              chain pool { accept; }
              chain input { type filter hook input priority 0; policy accept;
                ip daddr . tcp dport @names drop
              }
            }
            add element inet test verdicts { 2001:db8::1 . 53 : goto pool }
            """;

    private final Nftables tool = Nftables.system();

    @Test
    void appliesAndReadsBack() {
        inNamespaceWithNftables(() -> {
            assertThat(tool.read(TABLE)).isEmpty();

            tool.apply(SCRIPT);

            TableListing listing = tool.read(TABLE).orElseThrow();
            assertThat(listing.objects()).containsOnlyKeys("set names", "map verdicts", "chain pool", "chain input");
            assertThat(listing.objects().get("chain input")).contains("\"filter\"", "\"accept\"", "\"input\"");
            assertThat(listing.rules().get("input")).singleElement().asString().contains("@names", "drop");
            assertThat(listing.elementsOf("names"))
                    .containsOnly(List.of("192.0.2.1", "80"), List.of("192.0.2.2", "443"));
            assertThat(listing.elementsOf("verdicts")).containsOnly(List.of("2001:db8::1", "53", "pool"));
            assertThat(listing.elementsOf("nothing")).isEmpty();
        });
    }

    @Test
    void equalTablesReadEqualWhateverTheirHandles() {
        inNamespaceWithNftables(() -> {
            tool.apply(SCRIPT);
            TableListing first = tool.read(TABLE).orElseThrow();
            tool.apply("delete table inet test\n" + SCRIPT);
            assertThat(tool.read(TABLE)).hasValue(first);

            tool.apply("delete element inet test names { 192.0.2.1 . 80 }");
            TableListing fewer = tool.read(TABLE).orElseThrow();
            assertThat(fewer).isNotEqualTo(first);
            assertThat(fewer.sameStructure(first)).isTrue();

            tool.apply("flush chain inet test input");
            assertThat(tool.read(TABLE).orElseThrow().sameStructure(first)).isFalse();
        });
    }

    @Test
    void everyChangeMakesAnotherGeneration() {
        inNamespaceWithNftables(() -> {
            tool.apply(SCRIPT);
            int first = tool.generation();
            assertThat(tool.read(TABLE)).isPresent();
            assertThat(tool.generation()).isEqualTo(first);

            tool.apply("flush ruleset");
            assertThat(tool.generation()).isNotEqualTo(first);
        });
    }

    @Test
    void scriptIsAppliedWholeOrNotAtAll() {
        inNamespaceWithNftables(() -> {
            assertThatThrownBy(() -> tool.apply(SCRIPT + "add rule inet test nowhere accept\n"))
                    .isInstanceOf(NftablesException.class)
                    .hasMessageStartingWith("nft: line 10: ")
                    .hasMessageContaining("No such file or directory")
                    .hasMessageEndingWith("add rule inet test nowhere accept");
            assertThat(tool.read(TABLE)).isEmpty();
        });
    }

    @Test
    void syntaxErrorNamesItsLine() {
        inNamespaceWithNftables(() -> assertThatThrownBy(() -> tool.apply("add table inet test\nbar baz\n"))
                .isInstanceOf(NftablesException.class)
                .hasMessageStartingWith("nft: line 2: syntax error")
                .hasMessageEndingWith(": bar baz"));
    }

    @Test
    void childThatReadsNothingIsReported(@TempDir Path folder) throws IOException {
        Path program = folder.resolve("nft");
        Files.writeString(program, "#!/bin/sh\necho 'netlink: Error: cache initialization failed'\nexit 1\n");
        assumeTrue(program.toFile().setExecutable(true), "SKIPPED: needs a file system with executable files");

        assertThatThrownBy(() -> new NftTool(program.toString()).apply("#".repeat(1_000_000)))
                .isInstanceOf(NftablesException.class)
                .hasMessage("nft: netlink: Error: cache initialization failed");
    }

    private static void inNamespaceWithNftables(NetworkNamespace.Body body) {
        assumeTrue(Files.exists(Path.of("/usr/sbin/nft")), "SKIPPED: needs the nft program of the package nftables");
        NetworkNamespace.runIn(body);
    }
}

package dev.pollux.ipvs.reconcile;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

    private static final List<ServiceKey> KINDS = List.of(
            tcp("10.0.0.1", 80),
            new ServiceKey.ByAddress(TransportProtocol.UDP, address("2001:db8::1"), 53),
            new ServiceKey.ByAddress(TransportProtocol.SCTP, address("10.0.0.1"), 0),
            new ServiceKey.ByFirewallMark(AddressFamily.IPV4, 0xffffffffL),
            new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 7));

    private Path path = Path.of("");

    @BeforeEach
    void name(@TempDir Path directory) {
        path = directory.resolve("netns-1").resolve("services");
    }

    @Test
    void everyKindOfServiceIsReadBack() throws IOException {
        JournalFile journal = new JournalFile(() -> path);
        assertThat(journal.read()).isEmpty();
        journal.gained(KINDS);
        journal.lost(List.of(KINDS.get(2)));
        assertThat(Files.readAllLines(path))
                .containsExactly(
                        "+ -t 10.0.0.1:80",
                        "+ -u [2001:db8::1]:53",
                        "+ --sctp-service 10.0.0.1:0",
                        "+ -f 4294967295",
                        "+ -f 7 -6",
                        "- --sctp-service 10.0.0.1:0");
        assertThat(new JournalFile(() -> path).read())
                .containsExactlyInAnyOrder(KINDS.get(0), KINDS.get(1), KINDS.get(3), KINDS.get(4));
        assertThat(Files.readAllLines(path)).as("read and compacted").hasSize(4);
    }

    @Test
    void aLineThatWasNotFinishedDoesNotCount() throws IOException {
        new JournalFile(() -> path).gained(KINDS.subList(0, 1));
        Files.writeString(path, "+ -t 10.0.0.2:8", StandardOpenOption.APPEND);
        assertThat(new JournalFile(() -> path).read()).containsExactly(KINDS.get(0));
    }

    @Test
    void whatIsNoLineIsPassedOver() throws IOException {
        new JournalFile(() -> path).gained(KINDS.subList(0, 1));
        Files.writeString(path, "\n+\nnonsense\n+ -t 10.0.0.999:80\n+ -f\n", StandardOpenOption.APPEND);
        assertThat(new JournalFile(() -> path).read()).containsExactly(KINDS.get(0));
    }

    @Test
    void anEmptyJournalIsNoFile() {
        JournalFile journal = new JournalFile(() -> path);
        journal.gained(KINDS);
        journal.lost(KINDS);
        assertThat(path).doesNotExist();
        journal.gained(KINDS);
        assertThat(new JournalFile(() -> path).read()).hasSize(KINDS.size());
    }

    @Test
    void historyIsCutNowAndThen() throws IOException {
        JournalFile journal = new JournalFile(() -> path);
        journal.gained(KINDS);
        List<ServiceKey> passing = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            passing.add(tcp("10.0.1." + i, 80));
        }
        for (int round = 0; round < 50; round++) {
            journal.gained(passing);
            journal.lost(passing);
        }
        assertThat(Files.readAllLines(path)).hasSizeLessThan(1500);
        assertThat(new JournalFile(() -> path).read()).containsExactlyInAnyOrderElementsOf(KINDS);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNoReasonToStop() throws IOException {
        Files.writeString(Objects.requireNonNull(path.getParent()), "a file");
        JournalFile journal = new JournalFile(() -> path);
        assertThat(journal.read()).isEmpty();
        journal.gained(KINDS);
        journal.lost(KINDS);
    }
}

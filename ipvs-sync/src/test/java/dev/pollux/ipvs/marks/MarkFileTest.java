package dev.pollux.ipvs.marks;

import static dev.pollux.ipvs.fixture.Groups.group;
import static dev.pollux.ipvs.fixture.Groups.marked;
import static dev.pollux.ipvs.fixture.Groups.udp;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.fixture.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkFileTest {

    private static final VirtualServer WEB = group("the web", tcp("192.0.2.1", 80));
    private static final VirtualServer NAMES = group("names", udp("192.0.2.2", 53));
    private static final VirtualServer MAIL = group("mail", tcp("192.0.2.3", 25));

    private Path path;

    @BeforeEach
    void place(@TempDir Path directory) {
        path = directory.resolve("run/marks");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        GroupMarks marks = GroupMarks.none().next(marked(WEB, NAMES));
        new MarkFile(() -> path).write(marks);

        assertThat(Files.readAllLines(path))
                .containsExactly("from 1000 next 1002", "1000 tcp the web", "1001 udp names");
        assertThat(new MarkFile(() -> path).read()).isEqualTo(marks);
    }

    @Test
    void theNextDirectorGivesGroupsTheMarksThatTheyHad() {
        MarkLedger first = new MarkLedger(new MarkFile(() -> path));
        first.commit(first.next(marked(WEB, NAMES, MAIL)));
        first.commit(first.next(marked(NAMES, MAIL)));

        MarkLedger second = new MarkLedger(new MarkFile(() -> path));
        assertThat(second.next(marked(NAMES, MAIL))).hasToString("[names] udp 1001, [mail] tcp 1002");
        assertThat(second.next(marked(WEB, MAIL))).hasToString("[mail] tcp 1002, [the web] tcp 1003");
    }

    @Test
    void aPlanThatIsNotCarriedOutIsNotKept() {
        MarkLedger ledger = new MarkLedger(new MarkFile(() -> path));
        ledger.next(marked(WEB));

        assertThat(path).doesNotExist();
    }

    @Test
    void withoutMarksThereIsNoFile() {
        MarkFile file = new MarkFile(() -> path);
        assertThat(file.read()).isEqualTo(GroupMarks.none());
        file.write(GroupMarks.none().next(marked(WEB)));
        file.write(GroupMarks.none());

        assertThat(path).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1000 tcp web\n",
                "from x\n",
                "from 1\n1 tcp\n",
                "from 1\nx tcp web\n",
                "from 1\n1 icmp web\n"
            })
    void aFileThatIsNotUnderstoodIsToldAndLeftOut(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        try (LogLines log = new LogLines()) {
            assertThat(new MarkFile(() -> path).read()).isEqualTo(GroupMarks.none());
            assertThat(log.take()).singleElement().asString().contains("groups get their firewall marks anew");
        }
    }
}

package dev.pollux.grammar.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.Reading;
import dev.pollux.grammar.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pairs in conf-examples: nothing is wrong with any of them, and each slip in one file of a pair is said once. */
class ExamplePairsTest {

    private static final Path EXAMPLES = Path.of("../conf-examples");

    static Stream<Path> pairs() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.endsWith("master.conf")).map(Path::getParent).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void haveNoFault(Path folder) {
        assertThat(compare(text(folder.resolve("master.conf")), text(folder.resolve("backup.conf"))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "virtual_router_id 51  | virtual_router_id 52                | error   | neither hears the other",
                "auth_pass pollux51    | auth_pass other                     | error   | authentication",
                "222.33.180.62/        | 222.33.180.62/222.33.180.63/        | error   | 222.33.180.63 in one director only",
                "222.33.180.62/        | 222.33.180.62:24/                   | warning | prefix lengths",
                "advert_int 1          | advert_int 2                        | error   | advert_int",
                "advert_int 1          | advert_int 1/version 3              | error   | versions",
                "advert_int 1          | advert_int 1/nopreempt              | warning | nopreempt",
                "advert_int 1          | advert_int 1/priority 100           | warning | both have priority 100",
                "advert_int 1          | unicast_peer {/192.0.2.1/}          | error   | unicast",
                "weight 3              | weight 4                            | warning | weight",
                "lb_algo wrr           | lb_algo rr                          | warning | lvs_sched",
                "retry 2               | retry 3                             | warning | checkers",
                "222.33.180.71 80      | 222.33.180.81 80                    | error   | real servers",
                "virtual_server 222.33.180.62 80 | virtual_server 222.33.180.62 81 | error | counterpart",
            })
    void nameEachSlip(String right, String wrong, String severity, String said) {
        String master = text(EXAMPLES.resolve("lvs-dr/master.conf"));
        String backup = text(EXAMPLES.resolve("lvs-dr/backup.conf"));
        String slip = backup.replaceFirst(right.replace('/', '\n'), lines(wrong));
        assertThat(slip).isNotEqualTo(backup);

        List<Diagnostic> found = compare(master, slip);
        assertThat(found).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.severity().label()).isEqualTo(severity);
            assertThat(finding.message()).contains(said);
        });
        assertThat(found).as("one of each director where both lack something").hasSizeLessThan(3);
    }

    private static String lines(String text) {
        return text.replace('/', '\n').replace(':', '/');
    }

    private static List<Diagnostic> compare(String master, String backup) {
        return PairCheck.compare(Reading.of(master), "master.conf", Reading.of(backup), "backup.conf");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

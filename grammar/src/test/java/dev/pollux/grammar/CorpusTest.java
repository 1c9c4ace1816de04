package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.ExitClass;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.text.ConfigurationText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads a collection of other people's files and compares with what keepalived says of them. The collection is not part of
 * the project: the environment variable POLLUX_CORPUS names its folder.
 */
class CorpusTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** Files that keepalived would run, with nothing in them that can be run. */
    private static final int MOST_REFUSED = 8;

    private static Path corpus = Path.of("");

    /** A line of the table of verdicts. */
    private record Verdict(String file, int exitCode, int exitCodeEmpty, boolean runs) {}

    @BeforeAll
    static void findCorpus() {
        String folder = System.getenv("POLLUX_CORPUS");
        assumeTrue(folder != null, "POLLUX_CORPUS does not name a folder of keepalived.conf files with their verdicts");
        corpus = Path.of(String.valueOf(folder));
    }

    @Test
    void everyFileIsReadInTime() throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (Verdict verdict : verdicts()) {
            long start = threads.getCurrentThreadCpuTime();
            read(verdict, HostFacts.permissive());
            assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                    .as(verdict.file())
                    .isLessThan(LIMIT);
        }
    }

    /** The exceptions stand in docs/compatibility.md, each with its reason. */
    @Test
    void whatKeepalivedRunsIsRun() throws IOException {
        String document = Files.readString(Path.of("../docs/compatibility.md"));
        List<String> refused = new ArrayList<>();
        for (Verdict verdict : verdicts()) {
            if (verdict.runs() && !read(verdict, full()).worthStarting()) {
                System.out.println("REFUSED " + verdict.file());
                refused.add(verdict.file());
            }
        }
        assertThat(refused).hasSizeLessThanOrEqualTo(MOST_REFUSED);
        assertThat(refused).allMatch(file -> document.contains("`" + file + "`"));
    }

    /** What is run although keepalived refuses it, with what was assumed for that. */
    @Test
    void whatKeepalivedRefusesIsRunWithAnAssumption() throws IOException {
        for (Verdict verdict : verdicts()) {
            ReadResult result = read(verdict, full());
            if (!verdict.runs() && result.worthStarting()) {
                List<Diagnostic> said = result.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.exitClass() != ExitClass.NONE)
                        .toList();
                System.out.println("RUN " + verdict.file() + ", which keepalived refuses (" + verdict.exitCode() + ")");
                said.forEach(diagnostic ->
                        System.out.println("    line " + diagnostic.span().line() + ": " + diagnostic.message()));
            }
        }
    }

    @Test
    void whatIsUnderstoodCanBeWrittenAndReadAgain() throws IOException {
        List<String> changed = new ArrayList<>();
        for (Verdict verdict : verdicts()) {
            Configuration configuration = read(verdict, HostFacts.permissive()).configuration();
            String text = ConfigurationText.of(configuration, true);
            if (!Reading.of(text).configuration().equals(configuration)) {
                changed.add(verdict.file());
            }
        }
        assertThat(changed).isEmpty();
    }

    @Test
    void exitCodesAgree() throws IOException {
        HostFacts full = full();
        HostFacts empty = CorpusHost.of(Set.of("lo"), Path.of("/etc"));
        int agreed = 0;
        int compared = 0;
        TreeMap<String, Integer> kinds = new TreeMap<>();
        for (Verdict verdict : verdicts()) {
            for (HostFacts host : List.of(full, empty)) {
                int expected = host == full ? verdict.exitCode() : verdict.exitCodeEmpty();
                ReadResult result = read(verdict, host);
                compared++;
                if (result.exitCode() == expected) {
                    agreed++;
                } else {
                    String which = host == full ? "" : " (empty)";
                    System.out.println("DISAGREE " + verdict.file() + which + ": keepalived " + expected + ", we "
                            + result.exitCode() + ": " + reason(verdict, expected, result) + " (" + first(result)
                            + ")");
                    kinds.merge(expected + " we " + result.exitCode() + which, 1, Integer::sum);
                }
            }
        }
        System.out.println("exit codes agree on " + agreed + " of " + compared + " " + kinds);
        assertThat(agreed * 100.0 / compared).isGreaterThanOrEqualTo(98);
    }

    /** The machine on which keepalived judged the files. */
    private static HostFacts full() throws IOException {
        Set<String> interfaces = new HashSet<>(Files.readAllLines(corpus.resolve("interfaces.txt")));
        interfaces.add("lo");
        return CorpusHost.of(interfaces, corpus.resolve("env"));
    }

    /** Why the exit code is another one. */
    private static String reason(Verdict verdict, int expected, ReadResult result) throws IOException {
        String text = Files.readString(corpus.resolve("files").resolve(verdict.file()), StandardCharsets.ISO_8859_1);
        if (expected > 6 || expected < 0) {
            return "keepalived hangs or crashes";
        }
        if (expected == 5 && result.exitCode() == 6) {
            return "scripts without security count, whatever else is wrong";
        }
        boolean script = result.diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.message().contains("is not there or is not executable"));
        if (expected == 5 && result.exitCode() == 0 && script) {
            return "a notify script that is missing is no error";
        }
        if (expected == 2 && result.exitCode() == 5) {
            return "an unexpected brace hides the keyword without argument";
        }
        if (text.contains("${_HASH}") || text.contains("${_BANG}")) {
            return "keepalived 2.2.7 does not know ${_HASH} and ${_BANG}";
        }
        if (text.contains("local_address_group")) {
            return "keywords of the FULLNAT forks are known";
        }
        return "not explained";
    }

    private static String first(ReadResult result) {
        return result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.exitClass().code() == result.exitCode())
                .map(diagnostic -> diagnostic.span().line() + ": " + diagnostic.message())
                .findFirst()
                .orElse("");
    }

    private static ReadResult read(Verdict verdict, HostFacts host) {
        return ConfigurationReader.read(
                corpus.resolve("files").resolve(verdict.file()), ReaderOptions.of("oracle-host", host));
    }

    private static List<Verdict> verdicts() throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> lines = Files.readAllLines(corpus.resolve("oracle.tsv"), StandardCharsets.ISO_8859_1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            verdicts.add(new Verdict(
                    cells[1], Integer.parseInt(cells[4]), Integer.parseInt(cells[10]), cells[13].equals("yes")));
        }
        return verdicts;
    }
}

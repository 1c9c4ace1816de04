package dev.pollux.grammar.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.CorpusHost;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.HostFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is understood of other people's files, value by value, against what keepalived understood of them. */
class CorpusValuesTest {

    private static final double ENOUGH = 0.99;
    private static Path corpus = Path.of("");

    private int compared;
    private int equal;
    private int unexplained;
    private final Map<String, Integer> explained = new TreeMap<>();

    @BeforeAll
    static void findCorpus() {
        String folder = System.getenv("POLLUX_CORPUS");
        assumeTrue(folder != null, "POLLUX_CORPUS does not name a folder of keepalived.conf files with their verdicts");
        corpus = Path.of(String.valueOf(folder));
    }

    @Test
    void valuesAreThoseOfKeepalived() throws IOException {
        Set<String> interfaces = new HashSet<>(Files.readAllLines(corpus.resolve("interfaces.txt")));
        interfaces.add("lo");
        HostFacts host = CorpusHost.of(interfaces, corpus.resolve("env"));
        List<String> lines = Files.readAllLines(corpus.resolve("oracle.tsv"), StandardCharsets.ISO_8859_1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells[13].equals("yes")) {
                compare(cells[1], host);
            }
        }
        System.out.println("values equal: " + equal + " of " + compared + ", unexplained: " + unexplained);
        explained.forEach((reason, count) -> System.out.println("    " + count + " differ: " + reason));
        assertThat((double) equal / compared).isGreaterThanOrEqualTo(ENOUGH);
    }

    private static String scope(String name) {
        return name.substring(0, name.lastIndexOf(' '));
    }

    private void compare(String file, HostFacts host) throws IOException {
        Path text = corpus.resolve("files").resolve(file);
        Path dumps = corpus.resolve("dumps");
        Map<String, String> theirs =
                KeepalivedDump.read(dumps.resolve(file + ".vrrp.gz"), dumps.resolve(file + ".check.gz"));
        String source = Files.readString(text, StandardCharsets.ISO_8859_1);
        if (theirs.isEmpty()) {
            return;
        }
        ReadResult result = ConfigurationReader.read(text, ReaderOptions.of("oracle-host", host));
        Map<String, String> ours = ModelValues.of(result.configuration());
        Set<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        boolean endsEarly = KeepalivedDump.endsEarly(dumps.resolve(file + ".check.gz"));
        for (String name : names) {
            String their = theirs.getOrDefault(name, "-");
            String our = ours.getOrDefault(name, "-").replace(corpus.resolve("files") + "/", "");
            if (their.equals("-")
                    && ours.getOrDefault(scope(name) + " kind", "").equals("MISC_CHECK")) {
                // Dropped by keepalived, because its script was not on the machine of the dumps.
                continue;
            }
            boolean unwritten = endsEarly && their.equals("-") && !name.startsWith("vrrp_instance");
            if (unwritten || Explanation.random(source, name)) {
                continue;
            }
            compared++;
            if (their.equals(our)) {
                equal++;
                continue;
            }
            String reason = Explanation.of(source, name, their, our, theirs, ours);
            if (reason.equals(Explanation.NONE) && their.equals("-") && Explanation.closesBlocks(result)) {
                reason = Explanation.CLOSED;
            }
            explained.merge(reason, 1, Integer::sum);
            if (reason.equals(Explanation.NONE)) {
                unexplained++;
                System.out.println("DIFFERS " + file + ": " + name + ": keepalived " + their + ", we " + our);
            }
        }
    }
}

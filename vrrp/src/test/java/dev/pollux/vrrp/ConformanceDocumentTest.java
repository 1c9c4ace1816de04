package dev.pollux.vrrp;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * docs/conformance.md has a row for every requirement, the tests that its rows name exist, and what it calls not implemented is
 * not: each such row names the keyword, which docs/compatibility.md must not call acted on. Every feature has its tests as well.
 */
class ConformanceDocumentTest {

    private static final Path SOURCES = Path.of("..");
    private static final Path DOCUMENTS = SOURCES.resolve("docs");
    private static final int REQUIREMENTS = 83;
    private static final int COLUMNS = 5;
    /** Class and method, or class and the name of a row of its table. */
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+)(?:#(\\w+)|: ([^`]+))`");

    private static final Pattern NOT_IMPLEMENTED = Pattern.compile("Not implemented: `(\\w+)`");

    private static final String FEATURES = "## Features";

    private static List<Row> rows = List.of();
    private static List<Feature> features = List.of();
    private static Map<String, String> sources = Map.of();

    /** One line of the table. */
    record Row(int number, String requirement, String tests, String departure) {

        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                    .map(String::strip)
                    .toList();
            assertThat(cells).as(line).hasSize(COLUMNS + 2);
            return new Row(Integer.parseInt(cells.get(1)), cells.get(3), cells.get(4), cells.get(5));
        }
    }

    /** One line of the table of features. */
    record Feature(String name, String tests, String overIpv6) {

        static Feature of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(3 + 2);
            return new Feature(cells.get(1), cells.get(2), cells.get(3));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENTS.resolve("conformance.md"));
        rows = lines.stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(Row::of)
                .toList();
        features = lines.subList(lines.indexOf(FEATURES), lines.size()).stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(Feature::of)
                .toList();
        try (Stream<Path> modules = Files.list(SOURCES)) {
            sources = modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ConformanceDocumentTest::classes)
                    .collect(toMap(ConformanceDocumentTest::className, ConformanceDocumentTest::text, String::concat));
        }
    }

    private static Stream<Path> classes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRequirementHasItsRow() {
        assertThat(rows)
                .extracting(Row::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, REQUIREMENTS).boxed().toList());
        assertThat(rows).noneMatch(row -> row.requirement().isEmpty());
    }

    @Test
    void everyRowIsShownOrExplained() {
        assertThat(rows)
                .allMatch(row -> NAMED_TEST.matcher(row.tests()).find()
                        || !row.departure().isEmpty());
        assertThat(rows).as("the column of the tests has nothing but tests").allMatch(row -> NAMED_TEST
                .matcher(row.tests())
                .replaceAll("")
                .replace(",", "")
                .isBlank());
    }

    @Test
    void everyTestExists() {
        rows.forEach(row -> assertTestsExist("requirement " + row.number(), row.tests()));
        features.forEach(feature -> assertTestsExist(feature.name(), feature.tests() + feature.overIpv6()));
    }

    @Test
    void everyFeatureIsSeen() {
        assertThat(features)
                .isNotEmpty()
                .allMatch(feature -> NAMED_TEST.matcher(feature.tests()).find());
        assertThat(features)
                .as("the columns of the tests have nothing but tests")
                .allMatch(feature -> NAMED_TEST
                        .matcher(feature.tests() + feature.overIpv6())
                        .replaceAll("")
                        .replaceAll("[,()]", "")
                        .isBlank());
    }

    private static void assertTestsExist(String what, String tests) {
        Matcher named = NAMED_TEST.matcher(tests);
        while (named.find()) {
            String source = sources.getOrDefault(named.group(1), "");
            assertThat(named.group(2) == null ? hasRow(source, named.group(3)) : hasTest(source, named.group(2)))
                    .as("%s: %s", what, named.group())
                    .isTrue();
        }
    }

    private static boolean hasRow(String source, String name) {
        return source.contains("\"" + name + "\"");
    }

    /** Whether an annotation between this method and the one before makes it a test. */
    private static boolean hasTest(String source, String method) {
        int at = source.indexOf("void " + method + "(");
        String before = source.substring(Math.max(0, source.lastIndexOf("void ", at - 1)), Math.max(0, at));
        return before.contains("@Test") || before.contains("@ParameterizedTest");
    }

    @Test
    void whatIsNotImplementedIsNot() throws IOException {
        String keywords = Files.readString(DOCUMENTS.resolve("compatibility.md"));
        for (Row row : rows) {
            Matcher missing = NOT_IMPLEMENTED.matcher(row.departure());
            while (missing.find()) {
                assertThat(keywords.lines()
                                .filter(line -> line.startsWith("| `" + missing.group(1) + "` |"))
                                .toList())
                        .as("requirement %d calls %s not implemented: mend the row", row.number(), missing.group(1))
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith("| not acted on yet |"));
            }
        }
    }
}

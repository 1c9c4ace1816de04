package dev.pollux.director.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.pollux.director.cli.CommandLineReader;
import dev.pollux.director.cli.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pollux check}: one line for each file, whatever is in it. */
class FileCheckTest {

    private static final String GOOD = """
            vrrp_instance VI_1 {
                interface absent0
                virtual_router_id 51
                virtual_ipaddress {
                    192.0.2.1/24
                }
            }
            global_defs {
                dynamic_interfaces
            }
            """;

    private final Path folder;

    FileCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void oneLineForEachFile() throws IOException {
        Path good = file("good", GOOD);
        Path partly = file("partly", GOOD.replace("192.0.2.1/24", "192.0.2.1/24\n192.0.2.300\nlong.name"));
        Path nothing = file("nothing", "vrrp_instanze a {\n}\n");
        Path missing = folder.resolve("missing");

        Result result = check(good, partly, nothing, missing);

        assertThat(result.text().lines())
                .containsExactly(
                        good + "\t0\trun\t0",
                        partly + "\t5\trun\t2",
                        nothing + "\t5\trefuse\t1",
                        missing + "\t6\trefuse\t1");
        assertThat(result.code()).isEqualTo(6);
    }

    @Test
    void onlyStrictCountsWhatKeepalivedDoesNotSay() throws IOException {
        Path remark = file("remark", GOOD.replace("192.0.2.1/24", "192.0.2.1/24\n192.0.2.1/24"));

        assertThat(check(remark)).isEqualTo(new Result(0, remark + "\t0\trun\t0\n"));
        assertThat(check("--strict", remark)).isEqualTo(new Result(5, remark + "\t0\trun\t1\n"));
    }

    @Test
    void detailsAreIndentedBelowTheLine() throws IOException {
        Path bad = file("bad", "prioritty 1\n");

        List<String> lines = check("-v", bad).text().lines().toList();

        assertThat(lines).hasSizeGreaterThan(1).first().isEqualTo(bad + "\t5\trefuse\t1");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.startsWith("    "))
                .first()
                .asString()
                .contains(bad + ":1:1: error: ");
    }

    @Test
    void theNameOfAFileCannotBreakTheTable() throws IOException {
        assertThat(check(file("a\tb\nc", GOOD)).text()).isEqualTo(folder.resolve("a?b?c") + "\t0\trun\t0\n");
    }

    @Test
    void jsonHasEveryPlace() throws IOException {
        Path good = file("good", GOOD);
        Path bad = file("bad \"1\"", "# \u00fc\nvrrp_scripts\u00fc {\n}\nglobal_defs {\nprocess_names\n}\n");

        List<String> values = values(check("--format=json", good, bad).text());

        assertThat(values)
                .containsSubsequence("file=" + good, "exitCode=0", "runs=true")
                .containsSubsequence("file=" + bad, "exitCode=5", "code=unknown-keyword", "severity=error", "line=2")
                .containsSubsequence("column=1", "length=13", "source=vrrp_scripts\u00fc {")
                .contains("keyword=process_names");
    }

    @Test
    void configTestWritesTheSameForm() throws IOException {
        Path bad = file("bad", "prioritty 1\n");
        Invocation invocation = CommandLineReader.read("-t", "--format", "json", "-f", bad.toString());
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        int code = ConfigTest.run(
                (Invocation.ConfigTest) invocation, new PrintStream(errors, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(5);
        assertThat(values(errors.toString(StandardCharsets.UTF_8)))
                .startsWith("file=" + bad, "exitCode=5", "runs=false")
                .contains("code=unknown-keyword", "line=1");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Result check(Object... words) {
        String[] all = Stream.concat(Stream.of("check"), Stream.of(words).map(Object::toString))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = FileCheck.run(
                (Invocation.Check) CommandLineReader.read(all), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8));
    }

    /** {@code NAME=VALUE} of everything in a document, in order; fails where it is not JSON. */
    private static List<String> values(String document) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    values.add(parser.currentName() + "=" + parser.getText());
                }
            }
        }
        return values;
    }

    private record Result(int code, String text) {}
}

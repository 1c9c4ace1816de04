package dev.pollux.director.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.cli.CommandLineReader;
import dev.pollux.director.cli.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pollux check-pair}: the words, the exit code and both forms of the report. */
class PairReportTest {

    private static final String FILE = """
            vrrp_instance VI_1 {
                interface absent0
                virtual_router_id 51
            @one priority 150
            @two priority 100
                virtual_ipaddress {
                    192.0.2.1/24
                }
            }
            global_defs {
                dynamic_interfaces
            }
            """;

    private record Result(int code, String out, String errors) {}

    private final Path folder;

    PairReportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void oneFileServesBothByTheirIds() throws IOException {
        assertThat(run(FILE, FILE, "-i", "one,two")).isEqualTo(new Result(0, "", ""));
        assertThat(run(FILE, FILE, "-i", "one").code()).isEqualTo(5);
        assertThat(run(FILE, FILE, "-i", "one").out())
                .contains("a.conf:1:1: warning: vrrp_instance VI_1: both have priority 150")
                .contains("b.conf:1:1: note: the other director");
    }

    @Test
    void asJson() throws IOException {
        Result result = run(FILE, FILE, "--format", "json");

        assertThat(result.code()).isEqualTo(5);
        assertThat(result.out())
                .contains("\"exitCode\":5", "\"code\":\"pair-conflict\"", "\"severity\":\"warning\"", "\"first\":");
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("a.conf"), FILE);

        assertThat(call("check-pair", path("a.conf"), path("nope.conf")).code()).isEqualTo(6);
    }

    @Test
    void problemsOfAFileByItselfAreCountedOnly() throws IOException {
        Result result = run(FILE.replace("@one", "priorty 1\n@one"), FILE, "-i", "one,two");

        assertThat(result.code()).isZero();
        assertThat(result.errors()).contains("a.conf: 1 problems");
    }

    @Test
    void twoFilesAreWanted() {
        assertThat(CommandLineReader.read("check-pair", "a.conf")).isInstanceOf(Invocation.Rejected.class);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Result run(String first, String second, String... options) throws IOException {
        Files.writeString(folder.resolve("a.conf"), first);
        Files.writeString(folder.resolve("b.conf"), second);
        String[] words = new String[options.length + 3];
        words[0] = "check-pair";
        System.arraycopy(options, 0, words, 1, options.length);
        words[options.length + 1] = path("a.conf");
        words[options.length + 2] = path("b.conf");
        return call(words);
    }

    private static Result call(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Invocation.CheckPair request = (Invocation.CheckPair) CommandLineReader.read(words);
        int code = PairReport.run(
                request,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}

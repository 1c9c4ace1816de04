package dev.pollux.director.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.cli.CommandLineReader;
import dev.pollux.director.cli.Invocation;
import dev.pollux.grammar.ReadResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is said once, with its place and a remedy, and decides what the director does. */
class BadInputTest {

    private static final String GOOD = """
            vrrp_instance VI_1 {
                interface absent0
                virtual_router_id 51
                priority 100
                virtual_ipaddress {
                    192.0.2.1/24
                    192.0.2.9/24
                }
            }
            virtual_server 192.0.2.1 80 {
                lb_algo rr
                lb_kind NAT
                protocol TCP
                real_server 192.0.2.2 80 {
                    weight 1
                }
                real_server 192.0.2.3 80 {
                }
            }
            global_defs {
                dynamic_interfaces
            }
            """;

    private final Path file;

    BadInputTest(@TempDir Path folder) {
        file = folder.resolve("x.conf");
    }

    @Test
    void nothingIsWrong() throws IOException {
        Files.writeString(file, GOOD);
        assertThat(test("-t")).isEqualTo(new Result(0, ""));
        assertThat(Verdict.atStart(read())).isEqualTo(Verdict.RUN);
        assertThat(Verdict.atReload(read())).isEqualTo(Verdict.RUN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown keyword   | priority 100              | prioritty 100             | 5 | 4:5    | prioritty   | RUN     | REFUSED",
                "missing brace     | virtual_ipaddress {       | virtual_ipaddress         | 5 | 5:     | write      | RUN     | REFUSED",
                "bad address       | 192.0.2.1/24              | 192.0.2.300/24            | 5 | 6:9    | 192.0.2.300 | RUN     | REFUSED",
                "port out of range | real_server 192.0.2.2 80  | real_server 192.0.2.2 70000 | 5 | 14:27 | 70000      | RUN     | REFUSED",
                "weight of nothing | weight 1                  | weight                    | 2 | 15:9   | weight      | RUN     | RUN",
                "no such interface | dynamic_interfaces        | router_id one             | 5 | 2:15   | absent0     | RUN     | REFUSED"
            })
    void oneMessageWithPlaceAndRemedy(
            String what,
            String good,
            String bad,
            int code,
            String place,
            String word,
            Verdict atStart,
            Verdict atReload)
            throws IOException {
        Files.writeString(file, GOOD.replace(good, bad));
        Result result = test("-t");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.text().lines().filter(line -> line.startsWith(file + ":")))
                .singleElement()
                .asString()
                .startsWith(file + ":" + place)
                .contains(word, "; ");
        assertThat(Verdict.atStart(read())).isEqualTo(atStart);
        assertThat(Verdict.atReload(read())).isEqualTo(atReload);
    }

    @Test
    void noFile() {
        assertThat(test("-t").code()).isEqualTo(6);
        assertThat(test("-t").text()).contains(file.toString());
        assertThat(Verdict.atStart(read())).isEqualTo(Verdict.NOTHING_TO_READ);
        assertThat(Verdict.atReload(read())).isEqualTo(Verdict.NOTHING_TO_READ);
    }

    @Test
    void aFileWithNothingThatCanBeUnderstoodIsNotRun() throws IOException {
        Files.writeString(file, "vrrp_instanze VI_1 {\n    interface absent0\n}\n");
        assertThat(Verdict.atStart(read())).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aFileThatAsksForNothingIsRunAsInKeepalived() throws IOException {
        Files.writeString(file, "! nothing yet\n");
        assertThat(Verdict.atStart(read())).isEqualTo(Verdict.RUN);
    }

    @Test
    void diagnosticsAreAppendedToTheFileThatIsNamed(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("log");
        Files.writeString(log, "before\n");
        Files.writeString(file, GOOD.replace("priority", "prioritty"));
        assertThat(test("-t=" + log)).isEqualTo(new Result(5, ""));
        assertThat(log).content().startsWith("before\n").contains("prioritty");
    }

    private Result test(String option) {
        Invocation invocation = CommandLineReader.read(option, "-f", file.toString());
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = ConfigTest.run(
                (Invocation.ConfigTest) invocation, new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Result(code, errors.toString(StandardCharsets.UTF_8));
    }

    private ReadResult read() {
        Invocation invocation = CommandLineReader.read("-n", "-f", file.toString());
        return new ConfigurationFile(((Invocation.Run) invocation).options()).read();
    }

    private record Result(int code, String text) {}
}

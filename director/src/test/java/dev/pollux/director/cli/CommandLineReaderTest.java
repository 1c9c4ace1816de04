package dev.pollux.director.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineReaderTest {

    @Test
    void withoutOptionsEverythingRunsFromTheUsualFile() {
        RunOptions options = run();
        assertThat(options.files())
                .isEqualTo(new RunFiles(Path.of("/etc/keepalived/keepalived.conf"), null, null, null));
        assertThat(options.log()).isEqualTo(new LogOptions(false, false, true, 3, null));
        assertThat(options.vrrp()).isTrue();
        assertThat(options.checks()).isTrue();
        assertThat(options.bfd()).isTrue();
        assertThat(options.release()).isEqualTo(new RunOptions.Release(true, true));
        assertThat(options.httpListen()).hasToString("localhost/127.0.0.1:9165");
    }

    @Test
    void whatHasNoEffectIsSaidWhereSomebodyMayCountOnIt() {
        assertThat(run("-nX", "--all", "--flush-log-file").withoutEffect()).isEmpty();
        assertThat(run("-xam", "-A", "unix:x", "-Mcore").withoutEffect())
                .containsExactly(
                        "--address-monitoring", "--snmp", "--snmp-agent-socket", "--core-dump", "--core-dump-pattern");
    }

    @Test
    void theHarnessSpelling() {
        RunOptions options = run(
                "-n",
                "-l",
                "-G",
                "-f",
                "x.conf",
                "-p",
                "ka.pid",
                "-r",
                "vrrp.pid",
                "-c",
                "check.pid",
                "-b",
                "bfd.pid",
                "-B");
        assertThat(options.bfd()).isFalse();
        assertThat(options.files())
                .isEqualTo(
                        new RunFiles(Path.of("x.conf"), Path.of("vrrp.pid"), Path.of("check.pid"), Path.of("bfd.pid")));
        assertThat(options.log()).isEqualTo(new LogOptions(true, false, false, 3, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-nlDGf x.conf",
                "-n -l -D -G -fx.conf",
                "--dont-fork --log-con --log-d --no-sys --use-file=x.conf"
            })
    void lettersClusterAndNamesAbbreviate(String words) {
        RunOptions options = run(words.split(" "));
        assertThat(options.files().configuration()).isEqualTo(Path.of("x.conf"));
        assertThat(options.log()).isEqualTo(new LogOptions(true, true, false, 3, null));
    }

    @ParameterizedTest
    @CsvSource({"-P, true, false", "-C, false, true", "-PC, true, true", "-n, true, true"})
    void oneSideOnly(String words, boolean vrrp, boolean checks) {
        RunOptions options = run(words);
        assertThat(options.vrrp()).isEqualTo(vrrp);
        assertThat(options.checks()).isEqualTo(checks);
    }

    @ParameterizedTest
    @CsvSource({"daemon, 3", "user, 1", "0, 16", "local7, 23", "LOCAL2, 18"})
    void facilities(String name, int number) {
        assertThat(run("-S", name).log().facility()).isEqualTo(number);
    }

    @Test
    void aLogFileHasADefault() {
        assertThat(run("-g").log().file()).isEqualTo(Path.of("/var/log/pollux.log"));
        assertThat(run("-g/tmp/x").log().file()).isEqualTo(Path.of("/tmp/x"));
    }

    @Test
    void whatIsLeftInPlace() {
        assertThat(run("-V", "-I").release()).isEqualTo(new RunOptions.Release(false, false));
    }

    @Test
    void metricsElsewhereOrNowhere() {
        assertThat(run("--http-listen", "0.0.0.0:80").httpListen()).hasToString("/0.0.0.0:80");
        assertThat(run("--http-listen=[::1]:0").httpListen()).hasToString("/[0:0:0:0:0:0:0:1]:0");
        assertThat(run("--http-listen", "off").httpListen()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t", "--config-test", "-nt"})
    void configTestToStandardError(String words) {
        assertThat(CommandLineReader.read(words))
                .isInstanceOfSatisfying(Invocation.ConfigTest.class, test -> assertThat(test.log())
                        .isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t=log", "-tlog", "--config-test=log"})
    void configTestToAFile(String words) {
        assertThat(CommandLineReader.read(words))
                .isInstanceOfSatisfying(Invocation.ConfigTest.class, test -> assertThat(test.log())
                        .isEqualTo(Path.of("log")));
    }

    @Test
    void configTestAsJson() {
        assertThat(CommandLineReader.read("-t", "--format", "json"))
                .isInstanceOfSatisfying(Invocation.ConfigTest.class, test -> assertThat(test.form())
                        .isEqualTo(ReportForm.JSON));
    }

    @Test
    void checkOfManyFiles() {
        assertThat(CommandLineReader.read("check", "a", "--strict", "-v", "b", "--format=json", "-e", "-i", "x"))
                .isEqualTo(new Invocation.Check(
                        List.of(Path.of("a"), Path.of("b")),
                        new ReadingOptions("x", true),
                        new CheckReport(true, true, ReportForm.JSON)));
        assertThat(CommandLineReader.read("check", "-h")).isInstanceOf(Invocation.Print.class);
    }

    @ParameterizedTest
    @CsvSource({"STOP, 15", "RELOAD, 1", "DATA, 10", "STATS, 12", "STATS_CLEAR, 63", "JSON, 36"})
    void signalNumbers(String name, int number) {
        assertThat(CommandLineReader.read("--signum=" + name)).isEqualTo(new Invocation.Print(number + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bogus",
                "-Z",
                "-n stray",
                "-f",
                "--signum=X",
                "-S local8",
                "--http-listen 80",
                "--http-listen 127.0.0.1:70000",
                "--http-listen example.org:80",
                "-T",
                "--format json",
                "-t --format xml",
                "check",
                "check --format xml file",
                "check --bogus file"
            })
    void refused(String words) {
        assertThat(CommandLineReader.read(words.split(" "))).isInstanceOf(Invocation.Rejected.class);
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(CommandLineReader.read("-h"))
                .isInstanceOfSatisfying(Invocation.Print.class, help -> assertThat(help.text())
                        .contains(OptionTable.ALL.stream()
                                .map(option -> "--" + option.name())
                                .toList()));
        assertThat(CommandLineReader.read("-v")).isEqualTo(new Invocation.Version());
    }

    private static RunOptions run(String... words) {
        return ((Invocation.Run) CommandLineReader.read(words)).options();
    }
}

package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.MetricsPage;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said once, with the place and the remedy, and the exit code says what kind of wrong it is. */
@OnDirectorPair
@OnlyPollux("keepalived's words and exit codes are its own")
class BadInputIT {

    private static final int CONFIGURATION = 2;
    private static final int REPORTED = 5;
    private static final int MISSING_PERMISSION = 4;
    private static final int NO_CONFIGURATION = 6;
    private static final Duration SHORTLY = Duration.ofSeconds(15);

    private static final String FILE = """
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              priority 100
              virtual_ipaddress {
                192.0.2.100/24
              }
            }
            virtual_server 192.0.2.100 80 {
              lb_algo rr
              lb_kind NAT
              protocol TCP
              delay_loop 1
              real_server 192.0.2.66 8080 {
                weight 1
                TCP_CHECK {
                }
              }
            }
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown keyword | priority 100 | prioritty 100 | 4 | priority",
                "missing brace | virtual_ipaddress { | virtual_ipaddress | 5 | {",
                "bad address | 192.0.2.100/24 | 192.0.2.300/24 | 6 | 192.0.2.300",
                "port 70000 | 192.0.2.66 8080 | 192.0.2.66 70000 | 14 | 70000",
                "no such interface | interface eth0 | interface eth9 | 2 | eth9"
            })
    void theTestOfABrokenFileNamesThePlace(
            String what, String good, String broken, int line, String word, DirectorPair pair) throws IOException {
        Path file = pair.scratch("bad").resolve("keepalived.conf");
        Files.writeString(file, FILE.replace(good, broken));
        Command.Result result = inside(pair, List.of(Program.POLLUX.executable().toString(), "-t", "-f", file + ""));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(REPORTED);
        List<String> places = findings(result.output(), file);
        assertThat(places).as(result.output()).isNotEmpty();
        assertThat(places.get(0)).startsWith(file + ":" + line + ":").contains(word);
        assertThat(places.get(0)).as("a remedy after the message").contains("; ");
    }

    @Test
    void aGoodFilePassesWithoutAWord(DirectorPair pair) throws IOException {
        Path file = pair.scratch("good").resolve("keepalived.conf");
        Files.writeString(file, FILE);
        Command.Result result = inside(pair, List.of(Program.POLLUX.executable().toString(), "-t", "-f", file + ""));
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(findings(result.output(), file)).isEmpty();
    }

    @Test
    void aMissingFileEndsTheStart(DirectorPair pair) {
        Path folder = pair.scratch("none");
        Path missing = folder.resolve("keepalived.conf");
        Command.Result result = inside(pair, Program.POLLUX.command(missing, folder));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(NO_CONFIGURATION);
        assertThat(result.output().lines().filter(line -> line.contains(missing.toString())))
                .as(result.output())
                .hasSize(1);
    }

    @Test
    void nobodyMayNotRunIt(DirectorPair pair) throws IOException {
        Assumptions.assumeTrue(readableByNobody(Program.POLLUX.executable()), "nobody must be able to read the build");
        Path folder = pair.scratch("nobody");
        Path file = folder.resolve("keepalived.conf");
        Files.writeString(file, FILE);
        List<Path> opened = List.of(folder.getParent(), folder, file);
        for (Path path : opened) {
            Command.of("chmod", "a+rwX", path.toString()).output();
        }
        List<String> words = new ArrayList<>(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--bounding-set=-all"));
        words.addAll(Program.POLLUX.command(file, folder));
        Command.Result result = inside(pair, words);
        assertThat(result.exitCode()).as(result.output()).isEqualTo(MISSING_PERMISSION);
        assertThat(result.output()).containsIgnoringCase("root").contains("CAP_NET_ADMIN", "CAP_NET_RAW");
    }

    @Test
    void withoutIpvsTheRestRuns(DirectorPair pair) {
        Assumptions.assumeFalse(Files.exists(Path.of("/proc/net/ip_vs")), "this kernel has IPVS");
        DirectorProcess a = pair.start(Program.POLLUX, pair.a(), FILE);
        new Sightings(pair).awaitHolder(pair.a(), pair.b(), Duel.VIP);
        a.awaitLog("TCP_CHECK on service \\[192\\.0\\.2\\.66]:tcp:8080 failed", SHORTLY);
        assertThat(a.log().lines().filter(line -> line.contains("ip_vs")))
                .as(a.log())
                .hasSize(1);
        MetricsPage page = MetricsPage.of(pair.a());
        assertThat(page.value("pollux_ipvs_available")).hasValue(0);
        assertThat(page.value("pollux_real_server_up", "192.0.2.66")).hasValue(0);
    }

    @Test
    void aFileOfWhichNothingIsUnderstoodEndsTheStart(DirectorPair pair) throws IOException {
        Path folder = pair.scratch("nothing");
        Path file = folder.resolve("keepalived.conf");
        Files.writeString(file, "vrrp_instanze VI_1 {\n  interface eth0\n}\n");
        Command.Result result = inside(pair, Program.POLLUX.command(file, folder));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(CONFIGURATION);
        assertThat(findings(result.output(), file)).as(result.output()).hasSize(1);
        assertThat(findings(result.output(), file).get(0))
                .startsWith(file + ":1:1: error: ")
                .contains("vrrp_instance");
    }

    @Test
    void anInterfaceThatIsNotThereIsWaitedFor(DirectorPair pair) {
        String waiting = FILE.substring(0, FILE.indexOf("virtual_server"))
                .replace("eth0", "late0")
                .replace("192.0.2", "203.0.113");
        DirectorProcess a = pair.start(Program.POLLUX, pair.a(), waiting);
        a.awaitLog("Startup complete", SHORTLY);
        assertThat(a.log().lines().filter(line -> line.matches(".*keepalived\\.conf:2:\\d+: .*late0.*; .*")))
                .as(a.log())
                .hasSize(1);
        long since = pair.timeline().remark("late0 appears");
        try {
            pair.a().namespace().ip("link", "add", "late0", "type", "veth", "peer", "name", "late1");
            pair.a().namespace().ip("addr", "add", "203.0.113.11/24", "dev", "late0");
            pair.a().namespace().ip("link", "set", "late1", "up");
            pair.a().namespace().ip("link", "set", "late0", "up");
            new Sightings(pair).gained(pair.a(), "203.0.113.100", since);
        } finally {
            a.close();
            pair.a().namespace().ip("link", "del", "late0");
        }
    }

    private static Command.Result inside(DirectorPair pair, List<String> words) {
        return new Command(pair.a().namespace().enter(words)).result();
    }

    /** Lines that name a place in the file. */
    private static List<String> findings(String output, Path file) {
        return output.lines()
                .filter(line -> line.contains(file + ":"))
                .map(line -> line.substring(line.indexOf(file + ":")))
                .toList();
    }

    private static boolean readableByNobody(Path file) {
        return Command.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "test", "-x", file.toString())
                        .result()
                        .exitCode()
                == 0;
    }
}

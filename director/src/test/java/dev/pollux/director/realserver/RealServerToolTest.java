package dev.pollux.director.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.director.ExitCode;
import dev.pollux.director.cli.CommandLineReader;
import dev.pollux.director.cli.Invocation;
import dev.pollux.linux.testing.NetworkNamespace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealServerToolTest {

    private static final String IGNORE = "sysctl -n net.ipv4.conf.all.arp_ignore";
    private static final String ANNOUNCE = "sysctl -n net.ipv4.conf.all.arp_announce";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @SuppressWarnings("NullAway.Init")
    private NetworkNamespace namespace;

    @BeforeEach
    void open() {
        namespace = NetworkNamespace.open();
        namespace.connect("eth0", namespace, "eth1");
        namespace.ip("address add 10.0.0.11/24 dev eth0");
        namespace.ip("address add fd00::11/64 dev eth0 nodad");
        namespace.ip("route add default via 10.0.0.1");
        namespace.command("sysctl -qw net.ipv4.conf.all.arp_announce=1");
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @Test
    void appliesOnceAndRestoresWhatWasThereBefore() {
        String before = state();
        assertThat(run("dr --vip 192.0.2.1 --vip 2001:db8::1 --apply")).isEqualTo(ExitCode.OK);
        String prepared = state();
        assertThat(prepared).contains("192.0.2.1/32", "2001:db8::1/128").isNotEqualTo(before);
        assertThat(namespace.command(IGNORE)).isEqualTo("1\n");
        assertThat(namespace.command(ANNOUNCE)).isEqualTo("2\n");
        assertThat(output.toString(StandardCharsets.UTF_8).lines()).hasSize(4);

        assertThat(run("dr --vip 192.0.2.1 2001:db8::1 --apply")).isEqualTo(ExitCode.OK);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(state()).isEqualTo(prepared);

        assertThat(run("dr --remove")).isEqualTo(ExitCode.OK);
        assertThat(state()).isEqualTo(before);
        assertThat(journal()).doesNotExist();
        assertThat(run("dr --remove")).isEqualTo(ExitCode.OK);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void oneOfTwoAddressesGoes() {
        run("dr --vip 192.0.2.1,192.0.2.2 --apply");
        assertThat(run("dr --vip 192.0.2.1 --remove")).isEqualTo(ExitCode.OK);
        assertThat(state()).contains("192.0.2.2/32").doesNotContain("192.0.2.1/32");
        assertThat(namespace.command(IGNORE)).isEqualTo("1\n");
    }

    @Test
    void whatSomebodyElseHasSetSinceStays() {
        run("dr --vip 192.0.2.1 --apply");
        namespace.command("sysctl -qw net.ipv4.conf.all.arp_ignore=2");
        assertThat(run("dr --remove")).isEqualTo(ExitCode.OK);
        assertThat(namespace.command(IGNORE)).isEqualTo("2\n");
        assertThat(namespace.command(ANNOUNCE)).isEqualTo("1\n");
    }

    @Test
    void whatSomebodyElseHasUndoneIsDoneAgain() {
        String before = state();
        run("dr --vip 192.0.2.1 --apply");
        namespace.ip("address del 192.0.2.1/32 dev lo");
        run("dr --vip 192.0.2.1 --apply");
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("ip address replace 192.0.2.1/32 dev lo\n");
        run("dr --remove");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nat --gateway 10.0.0.254",
                "nat --gateway fd00::254",
                "fullnat --local-address 10.9.0.1 --local-address fd09::1,10.9.0.2 --via 10.0.0.9"
            })
    void routesToo(String words) {
        String before = state();
        assertThat(run(words.replace("fd09::1,", "") + " --apply")).isEqualTo(ExitCode.OK);
        String prepared = state();
        assertThat(prepared).isNotEqualTo(before);
        assertThat(run(words.replace("fd09::1,", "") + " --apply")).isEqualTo(ExitCode.OK);
        assertThat(state()).isEqualTo(prepared);
        assertThat(run(mode(words) + " --remove")).isEqualTo(ExitCode.OK);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aStepThatFailsSaysWhatItWas() {
        assertThat(run("nat --gateway 198.51.100.1 --apply")).isEqualTo(ExitCode.FATAL);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .startsWith("pollux: ip route replace default via 198.51.100.1: ");
    }

    @Test
    void thePlanChangesNothing() {
        String before = state();
        assertThat(run("dr --vip 192.0.2.1")).isEqualTo(ExitCode.OK);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        sysctl -qw net.ipv4.conf.all.arp_ignore=1
                        sysctl -qw net.ipv4.conf.all.arp_announce=2
                        ip address replace 192.0.2.1/32 dev lo
                        """);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr --vip 192.0.2.1,2001:db8::1", "nat --gateway 10.0.0.254"})
    void theScriptDoesTheSame(String words) throws IOException {
        assumeTrue(Files.isWritable(Path.of("/run")), "SKIPPED: needs /run");
        String before = state();
        run(words + " --apply");
        String prepared = state();
        run(mode(words) + " --remove");

        run(words + " --print script");
        String text = output.toString(StandardCharsets.UTF_8).replaceAll("former=/run/", "former=" + folder + "/");
        Path script = Files.writeString(folder.resolve("script"), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Stream.of("start", "start").forEach(verb -> namespace.command(script + " " + verb));
        assertThat(state()).isEqualTo(prepared);
        Stream.of("stop", "stop").forEach(verb -> namespace.command(script + " " + verb));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theUnitRunsTheScript() {
        run("dr --vip 192.0.2.1 --print unit");
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("\"pollux realserver dr --vip 192.0.2.1 --print script\"")
                .contains("\nExecStart=/usr/local/sbin/pollux-realserver-dr start\n");
    }

    private ExitCode run(String words) {
        output.reset();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        Invocation invocation = CommandLineReader.read(("realserver " + words).split(" "));
        assertThat(invocation).as(words).isInstanceOf(Invocation.PrepareServer.class);
        return namespace.call(
                () -> new RealServerTool(journal(), stream, stream).run((Invocation.PrepareServer) invocation));
    }

    private static String mode(String words) {
        return words.substring(0, words.indexOf(' '));
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    /** What an interface gives itself while it comes up is nobody's deed. */
    private String state() {
        Stream<String> network = Stream.of("-oneline address show", "route show", "-6 route show")
                .flatMap(words -> namespace.ip(words).lines())
                .filter(line -> !line.contains("fe80:") && !line.contains("ff00:"));
        return network.collect(Collectors.joining("\n")) + namespace.command(IGNORE) + namespace.command(ANNOUNCE);
    }
}

package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.host.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A repeated reading differs from a first one in what it costs only. */
class RepeatedReadingTest {

    private static final String GLOBAL = "global_defs {\n  script_user root\n}\n";
    private static final String A = server(1, "");
    private static final String B = server(2, "");
    private static final String C = server(3, "TCP_CHECK {\n connect_timeout 2\n }\n");

    private final ReaderOptions options = ReaderOptions.of("here", HostFacts.permissive());
    private final RepeatedReading reading = new RepeatedReading();
    private final Path file;

    RepeatedReadingTest(@TempDir Path folder) {
        file = folder.resolve("keepalived.conf");
    }

    @BeforeEach
    void readOnce() throws IOException {
        assertThat(read(GLOBAL + A + B + C).diagnostics()).isEmpty();
    }

    @Test
    void serversThatStandAsBeforeAreTheSameObjects() throws IOException {
        Files.writeString(file, GLOBAL + A + B + C);
        List<?> before = reading.read(file, options).configuration().virtualServers();
        Files.writeString(file, GLOBAL + C + B.replace("weight 5", "weight 6") + A);
        List<?> after = reading.read(file, options).configuration().virtualServers();
        assertThat(after.get(0)).isSameAs(before.get(2));
        assertThat(after.get(1)).isNotEqualTo(before.get(1));
        assertThat(after.get(2)).isSameAs(before.get(0));
    }

    static Stream<String> texts() {
        return Stream.of(
                GLOBAL + A + B + C,
                GLOBAL + A + C,
                GLOBAL + "\n# a line\n" + C + A + B,
                "global_defs {\n  smtp_alert on\n}\n" + A + B + C,
                GLOBAL + A + A + B + C,
                GLOBAL + A + B + C + "virtual_server 192.0.2.1 80 {\n real_server 198.51.100.9 80 {\n }\n}\n",
                GLOBAL + A + B + "virtual_server 192.0.2.9 80 {\n real_serve 198.51.100.9 80 {\n }\n}\n" + C,
                GLOBAL + A + "virtual_server 192.0.2.8 80\n{\n real_server 198.51.100.9 80 {\n }\n}\n" + B,
                GLOBAL + A + "virtual_server 192.0.2.8 80 {\n real_server 198.51.100.9 80 {\n }\n} rest {\n}\n" + B,
                GLOBAL + A + "virtual_server 192.0.2.8 80 {\n real_server 198.51.100.9 80 {\n }\n" + B + C,
                GLOBAL + A + "virtual_server 192.0.2.8 80 {\n}\n" + B,
                GLOBAL + A + "} " + B,
                GLOBAL + "$PORT=80\n" + A.replace("1 80", "1 $PORT") + B,
                GLOBAL + "virtual_server_group G {\n 192.0.2.77 80\n}\n" + A + A.replace("192.0.2.1 80", "group G"),
                GLOBAL + A + "vrrp_instance V {\n interface lo\n virtual_router_id 1\n}\n" + B,
                GLOBAL + A.replace("weight 5", "weight 5 6") + B,
                A + B + C,
                "");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whateverFollowsIsReadAsIfItWereTheFirst(String text) throws IOException {
        ReadResult repeated = read(text);
        assertThat(repeated).isEqualTo(ConfigurationReader.read(file, options));
        assertThat(read(GLOBAL + A + B + C)).isEqualTo(ConfigurationReader.read(file, options));
    }

    private ReadResult read(String text) throws IOException {
        Files.writeString(file, text);
        return reading.read(file, options);
    }

    private static String server(int number, String checks) {
        return "virtual_server 192.0.2." + number + " 80 {\n lb_algo wrr\n lb_kind NAT\n protocol TCP\n"
                + " real_server 198.51.100." + number + " 80 {\n weight 5\n " + checks + "}\n}\n";
    }
}

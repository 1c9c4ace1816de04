package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.bfd.packet.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One end is ours and the other is keepalived's: each sees the other come, go silent, come again and stop. */
class BfdKeepalivedTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({"10.9.0.1, 10.9.0.2, passive, ''", "2001:db8::1, 2001:db8::2, '', passive"})
    void eachSeesTheOther(String our, String their, String ourOption, String theirOption, @TempDir Path directory)
            throws IOException {
        try (Cable cable = new Cable(directory);
                BfdEnd end = new BfdEnd(cable.left())) {
            cable.left().ip("address add 2001:db8::1/64 dev eth0 nodad");
            cable.right().ip("address add 2001:db8::2/64 dev eth0 nodad");
            Path log = directory.resolve("log");
            try (Keepalived keepalived = new Keepalived(cable.right(), directory, text(our, their, theirOption))) {
                end.run(text(their, our, ourOption));
                await().atMost(SOON).until(() -> end.up("x") && count(log, "is in state Up") == 1);
                await().atMost(SOON)
                        .until(() -> end.session("x").detectionTime() == 500_000
                                && !end.session("x").session().pace().poll());

                cable.left().ip("link set eth0 down");
                await().atMost(SOON).until(() -> !end.up("x") && count(log, "is in state Down") == 2);
                assertThat(end.session("x").session().diagnostic()).isEqualTo(Diagnostic.DETECTION_TIME_EXPIRED);

                cable.left().ip("link set eth0 up");
                if (our.contains(":")) {
                    cable.left().ip("address add 2001:db8::1/64 dev eth0 nodad");
                }
                await().atMost(SOON).until(() -> end.up("x") && count(log, "is in state Up") == 2);
                assertThat(end.proxy().status().drops()).isEmpty();

                keepalived.stop();
                await().atMost(SOON).until(() -> !end.up("x"));
            }
            try (Keepalived again = new Keepalived(cable.right(), directory, text(our, their, theirOption))) {
                await().atMost(SOON).until(() -> end.up("x") && count(log, "is in state Up") == 1);
                end.proxy().stop();
                await().atMost(SOON).until(() -> count(log, "is in state Down") == 2);
                again.stop();
            }
        }
    }

    private static String text(String neighbor, String source, String option) {
        return """
                bfd_instance x {
                 neighbor_ip %s
                 source_ip %s
                 min_rx 100
                 min_tx 100
                 %s
                }
                vrrp_instance V {
                 interface eth0
                 virtual_router_id 9
                 virtual_ipaddress {
                  10.9.0.99
                 }
                 track_bfd {
                  x
                 }
                }
                """.formatted(neighbor, source, option);
    }

    private static long count(Path log, String text) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(text))
                .count();
    }
}

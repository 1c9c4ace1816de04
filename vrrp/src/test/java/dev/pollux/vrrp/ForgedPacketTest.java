package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.fast;
import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.DropReason;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody on the link sends adverts that are not valid. They must not be able to make or silence a master. */
class ForgedPacketTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MESSAGE = 20;

    @Test
    void touchNoTimer(@TempDir Path directory) {
        try (Cable cable = new Cable(directory);
                Forger forger = new Forger(cable)) {
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24"));

            // A backup that counted them as a master's would never become master itself.
            await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> {
                forge(forger);
                return director.state("VI_1") == StateName.MASTER;
            });

            // A master that counted its next advert from them would never send another one.
            int adverts = genuine(cable);
            await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> {
                forge(forger);
                return genuine(cable) > adverts + 10;
            });

            assertThat(director.transitions())
                    .extracting(VirtualRouterTransition::to)
                    .containsExactly(StateName.BACKUP, StateName.MASTER);
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            director.status().counts().dropped())
                    .containsKeys(DropReason.CHECKSUM, DropReason.TTL, DropReason.VERSION, DropReason.PACKET_LENGTH));
            assertThat(director.status().counts().advertsReceived()).isZero();
            assertThat(director.proxy().strays().unknownRouter()).isPositive();
        }
    }

    private static int genuine(Cable cable) {
        return (int) cable.wire().adverts().stream()
                .filter(advert -> advert.source().equals(inet("10.9.0.1")))
                .count();
    }

    /** One of each kind. */
    private static void forge(Forger forger) {
        List<InetAddress> addresses = List.of(inet("10.9.0.100"));
        Advert good = new Advert(3, Advert.TYPE, 51, 255, 0, 10, addresses, 0);
        Advert version2 = new Advert(2, Advert.TYPE, 51, 255, 0, 1, addresses, 0);
        Advert unknown = new Advert(3, Advert.TYPE, 52, 255, 0, 10, addresses, 0);
        forger.send(forger.packet(good, 255).put(MESSAGE + 7, (byte) 0x5a));
        forger.send(forger.packet(good, 64));
        forger.send(forger.packet(version2, 255));
        forger.send(forger.packet(good, 255).put(MESSAGE + 3, (byte) 9));
        forger.send(forger.packet(unknown, 255));
        forger.send(forger.packet(good, 255).limit(MESSAGE + 3));
    }
}

package dev.pollux.ipvs.kernel;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ipvs.kernel.SyncDaemon.Role;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes on a little-endian machine. */
class SyncDaemonCodecTest {

    private static final SyncDaemon PLAIN = new SyncDaemon(Role.MASTER, "eth0", 7, 0, 0, 0, null);
    private static final SyncDaemon FULL =
            new SyncDaemon(Role.BACKUP, "eth1.100", 255, 1400, 8849, 5, address("224.1.2.3"));
    private static final SyncDaemon SIX = new SyncDaemon(Role.MASTER, "a", 0, 65_507, 65_535, 255, address("ff02::81"));

    static SyncDaemon[] daemons() {
        return new SyncDaemon[] {PLAIN, FULL, SIX};
    }

    @Test
    void whatIsTheKernelsDefaultIsLeftOut() {
        assertThat(start(PLAIN))
                .isEqualTo("09010000" + "20000380" + "0800010001000000" + "09000200" + "6574683000000000"
                        + "0800030007000000");
    }

    @Test
    void everyAttributeHasItsPlace() {
        assertThat(start(FULL))
                .isEqualTo("09010000" + "44000380" + "0800010002000000" + "0d000200" + "657468312e31303000000000"
                        + "08000300ff000000" + "0600040078050000" + "08000500e0010203" + "0600070091220000"
                        + "0500080005000000");
        assertThat(start(SIX)).contains("14000600" + "ff020000000000000000000000000081");
    }

    @Test
    void oneIsStoppedByItsRole() {
        assertThat(Wire.encode(IpvsCommand.DEL_DAEMON, message -> SyncDaemonCodec.encode(Role.BACKUP, message)))
                .isEqualTo("0a010000" + "0c000380" + "0800010002000000");
    }

    @ParameterizedTest
    @MethodSource("daemons")
    void whatIsWrittenReadsAsTheSame(SyncDaemon daemon) {
        assertThat(decode(HexFormat.of().parseHex(start(daemon)))).contains(daemon);
    }

    @Test
    void nothingMakesItThrow() {
        Random random = new Random(9);
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = HexFormat.of().parseHex(start(FULL));
            for (int i = 0; i < 3; i++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            assertThat(decode(bytes)).isNotNull();
        }
    }

    private static String start(SyncDaemon daemon) {
        return Wire.encode(IpvsCommand.NEW_DAEMON, message -> SyncDaemonCodec.encode(daemon, message));
    }

    private static Optional<SyncDaemon> decode(byte[] message) {
        return SyncDaemonCodec.decode(Wire.reader(message).attributes());
    }
}

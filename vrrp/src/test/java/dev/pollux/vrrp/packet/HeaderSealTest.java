package dev.pollux.vrrp.packet;

import static dev.pollux.vrrp.packet.Packets.address;
import static dev.pollux.vrrp.packet.Packets.addresses;
import static dev.pollux.vrrp.packet.Packets.bytes;
import static dev.pollux.vrrp.packet.Packets.hex;
import static dev.pollux.vrrp.packet.Packets.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.pollux.grammar.model.UnicastSettings;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code auth_type AH}, against packets of keepalived 2.2.7 with the password "tomatosauce". */
class HeaderSealTest {

    private static final String FIRST = "45c00040 00010000 ff3318ac c000020b e0000012 70040000 c000020b 00000001"
            + "b0ffb392 3c835517 593d05f4 213f9601 02018459 c0000264 00000000 00000000";
    private static final String SECOND = "45c00040 00020000 ff3318ab c000020b e0000012 70040000 c000020b 00000002"
            + "02f9875b d29d88e4 02e731c8 213f9601 02018459 c0000264 00000000 00000000";

    private static final InetAddress MASTER = address("192.0.2.11");
    private static final Advert ADVERT = new Advert(2, 1, 63, 150, 2, 1, addresses("192.0.2.100"), 0);

    private static HeaderSeal seal() {
        return new HeaderSeal("tomatosa".getBytes(StandardCharsets.UTF_8));
    }

    private static AdvertExpectations expecting(AdvertSeal seal) {
        return new AdvertExpectations(ADVERT, address("192.0.2.12"), UnicastSettings.multicast(), Set.of(), seal);
    }

    private static @Nullable DropReason reason(ByteBuffer packet, AdvertExpectations expected) {
        return AdvertValidator.validate(parsed(packet), expected, null) instanceof AdvertVerdict.Dropped dropped
                ? dropped.reason()
                : null;
    }

    @Test
    void sendsWhatKeepalivedSends() {
        AdvertTemplate template =
                new AdvertTemplate(new AdvertForm(ADVERT, MASTER, 255, AdvertChecksum.MESSAGE, seal()));
        byte[] group = address("224.0.0.18").getAddress();

        // The kernel fills in the checksum of the IP header.
        assertThat(hex(template.patch(150, group).putShort(10, (short) 0x18ac))).isEqualTo(hex(bytes(FIRST)));
        assertThat(hex(template.patch(150, group).putShort(10, (short) 0x18ab))).isEqualTo(hex(bytes(SECOND)));
    }

    /** The loop as a whole is measured with {@code auth_hmac}: adverts with AH come once a second at most. */
    @Test
    void sealingLeavesNothingForTheCollector() {
        AdvertTemplate template =
                new AdvertTemplate(new AdvertForm(ADVERT, MASTER, 255, AdvertChecksum.MESSAGE, seal()));
        byte[] group = address("224.0.0.18").getAddress();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int adverts = 10_000;
        long before = 0;
        for (int i = 0; i < 2 * adverts; i++) {
            if (i == adverts) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            template.patch(150, group);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(adverts);
    }

    @Test
    void takesWhatKeepalivedSendsOnce() {
        AdvertExpectations expected = expecting(seal());

        assertThat(reason(bytes(FIRST), expected)).isNull();
        assertThat(reason(bytes(FIRST), expected)).isEqualTo(DropReason.AUTHENTICATION_FAILURE);
        assertThat(reason(bytes(SECOND), expected)).isNull();
        assertThat(reason(bytes(FIRST), expected)).as("replayed").isEqualTo(DropReason.AUTHENTICATION_FAILURE);
    }

    /** Whoever takes over continues the sequence, or the others would take its adverts for replayed ones. */
    @Test
    void aTakeoverContinuesTheSequence() {
        HeaderSeal seal = seal();
        assertThat(reason(bytes(SECOND), expecting(seal))).isNull();

        AdvertTemplate ours =
                new AdvertTemplate(new AdvertForm(ADVERT, address("192.0.2.12"), 255, AdvertChecksum.MESSAGE, seal));
        ByteBuffer packet = ours.patch(150, address("224.0.0.18").getAddress());

        assertThat(packet.getInt(28)).isEqualTo(3);
    }

    @Test
    void everythingElseIsDropped() {
        assertThat(reason(bytes(FIRST), expecting(new HeaderSeal(new byte[] {1}))))
                .as("another password")
                .isEqualTo(DropReason.AUTHENTICATION_FAILURE);
        assertThat(reason(bytes(FIRST), expecting(AdvertSeal.NONE)))
                .as("a header where none is expected")
                .isEqualTo(DropReason.AUTHENTICATION_TYPE_MISMATCH);
        assertThat(reason(bytes(FIRST).put(9, (byte) 112), expecting(seal())))
                .as("none where a header is expected")
                .isEqualTo(DropReason.AUTHENTICATION_TYPE_MISMATCH);
        assertThat(reason(bytes(FIRST).put(27, (byte) 12), expecting(seal())))
                .as("another sender's index")
                .isEqualTo(DropReason.AUTHENTICATION_FAILURE);
        assertThat(reason(bytes(FIRST).put(21, (byte) 5), expecting(seal())))
                .as("another length of the header")
                .isEqualTo(DropReason.PACKET_LENGTH);
    }

    /** Any bit of what is sealed; of the IP header, type of service and checksum may change on the way. */
    @Test
    void noBitCanBeChanged() {
        Random random = new Random(4302);
        byte[] good = bytes(FIRST).array();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) (at == 1 || at == 10 || at == 11 ? bytes[at] : random.nextInt(256));
            }
            IpPacket packet = IpPacket.parse(ByteBuffer.wrap(bytes));
            if (packet != null
                    && AdvertValidator.validate(packet, expecting(seal()), null) instanceof AdvertVerdict.Accepted) {
                assertThat(bytes).isEqualTo(good);
            }
        }
    }
}

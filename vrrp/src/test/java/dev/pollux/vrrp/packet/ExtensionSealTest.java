package dev.pollux.vrrp.packet;

import static dev.pollux.vrrp.packet.Packets.address;
import static dev.pollux.vrrp.packet.Packets.addresses;
import static dev.pollux.vrrp.packet.Packets.bytes;
import static dev.pollux.vrrp.packet.Packets.hex;
import static dev.pollux.vrrp.packet.Packets.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.Authentication.Extension;
import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.UnicastSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code auth_hmac}. The golden bytes were made by another program from the description of the format. */
class ExtensionSealTest {

    private static final String GOLDEN =
            "45c0003c00010000ff700000c000020be0000012313f96010032d38dc0000264010700006553f1008000"
                    + "0000b2f3b25fedfbeb67bb3384eeec2ccc39";
    private static final String GOLDEN_6 =
            "6c000000003470fffe800000000000000000000000000001ff020000000000000000000000000012"
                    + "313f960100323aedfe800000000000000000000000000100010700006553f10080000000d6e56260e6b0c91be0ce813d524ac3d6";
    private static final long GOLDEN_TIME = 1_700_000_000_500_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private static final Advert ADVERT = new Advert(3, 1, 63, 150, 0, 50, addresses("192.0.2.100"), 0);
    private static final byte[] GROUP = address("224.0.0.18").getAddress();

    private long now = GOLDEN_TIME;

    private static Extension settings(Extension.Mode mode, Extension.AntiReplay antiReplay, int... keys) {
        List<Extension.Key> list = Arrays.stream(keys)
                .mapToObj(id -> new Extension.Key(id, secret(id)))
                .toList();
        return new Extension(list, keys[0], Duration.ofSeconds(10), antiReplay, mode);
    }

    private static Secret secret(int id) {
        String key = id == 7 ? "0123456789abcdef0123456789abcdef" : ("" + id).repeat(40);
        return new Secret(HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)));
    }

    private ExtensionSeal seal(Extension.Mode mode, int... keys) {
        return new ExtensionSeal(settings(mode, Extension.AntiReplay.TIME, keys), Set.of(), () -> now);
    }

    private ExtensionSeal seal(int... keys) {
        return seal(Extension.Mode.ENFORCE, keys);
    }

    private static AdvertTemplate template(AdvertSeal seal, String source) {
        return new AdvertTemplate(new AdvertForm(ADVERT, address(source), 255, AdvertChecksum.PSEUDO_HEADER, seal));
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
    void signsAsOthersDo() {
        assertThat(hex(template(seal(7), "192.0.2.11").patch(150, GROUP))).isEqualTo(GOLDEN);

        Advert advert = new Advert(3, 1, 63, 150, 0, 50, addresses("fe80::100"), 0);
        AdvertForm form = new AdvertForm(advert, address("fe80::1"), 255, AdvertChecksum.PSEUDO_HEADER, seal(7));
        assertThat(hex(new AdvertTemplate(form).patch(150, address("ff02::12").getAddress())))
                .isEqualTo(GOLDEN_6);
    }

    @Test
    void takesWhatOthersSignedOnce() {
        AdvertExpectations expected = expecting(seal(7));

        assertThat(reason(bytes(GOLDEN), expected)).isNull();
        assertThat(reason(bytes(GOLDEN), expected)).isEqualTo(DropReason.EXTENSION_REPLAY);
    }

    @Test
    void everyAdvertIsNewerThanTheLast() {
        AdvertExpectations expected = expecting(seal(7));
        AdvertTemplate template = template(seal(7), "192.0.2.11");
        for (int i = 0; i < 100; i++) {
            now += i % 10 == 0 ? SECOND / 7 : 0;
            assertThat(reason(template.patch(150, GROUP), expected)).isNull();
        }
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(reason(bytes(GOLDEN), expecting(seal(8)))).isEqualTo(DropReason.EXTENSION_UNKNOWN_KEY);
        assertThat(reason(bytes(GOLDEN).put(32, (byte) 2), expecting(seal(7))))
                .isEqualTo(DropReason.EXTENSION_MALFORMED);
        assertThat(reason(bytes(GOLDEN).put(59, (byte) 2), expecting(seal(7))))
                .isEqualTo(DropReason.EXTENSION_INVALID_HMAC);
        assertThat(reason(bytes(GOLDEN).put(22, (byte) 255), expecting(seal(7))))
                .as("another priority")
                .isEqualTo(DropReason.EXTENSION_INVALID_HMAC);
        assertThat(reason(bytes(GOLDEN), expecting(AdvertSeal.NONE)))
                .as("where none is expected")
                .isEqualTo(DropReason.PACKET_LENGTH);
        now += 11 * SECOND;
        assertThat(reason(bytes(GOLDEN), expecting(seal(7)))).isEqualTo(DropReason.EXTENSION_STALE);
    }

    @Test
    void keysAreIntroducedStepByStep() {
        ByteBuffer unsigned = template(AdvertSeal.NONE, "192.0.2.11").patch(150, GROUP);

        assertThat(reason(unsigned, expecting(seal(7)))).isEqualTo(DropReason.EXTENSION_MISSING);
        assertThat(reason(unsigned, expecting(seal(Extension.Mode.PERMISSIVE, 7))))
                .isNull();
        assertThat(reason(unsigned, expecting(seal(Extension.Mode.RECEIVE_ONLY, 7))))
                .isNull();

        ByteBuffer ofReceiver =
                template(seal(Extension.Mode.RECEIVE_ONLY, 7), "192.0.2.11").patch(150, GROUP);
        assertThat(ofReceiver.remaining()).isEqualTo(unsigned.remaining());
        assertThat(reason(bytes(GOLDEN).put(59, (byte) 2), expecting(seal(Extension.Mode.RECEIVE_ONLY, 7))))
                .as("what is signed is verified")
                .isEqualTo(DropReason.EXTENSION_INVALID_HMAC);

        ByteBuffer withOldKey = template(seal(5, 7), "192.0.2.11").patch(150, GROUP);
        assertThat(reason(withOldKey, expecting(seal(7, 5)))).as("rotation").isNull();
    }

    @Test
    void onlyPeersMaySignInUnicast() {
        Extension settings = settings(Extension.Mode.ENFORCE, Extension.AntiReplay.TIME, 7);
        assertThat(reason(
                        bytes(GOLDEN),
                        expecting(new ExtensionSeal(settings, Set.of(address("192.0.2.99")), () -> now))))
                .isEqualTo(DropReason.UNKNOWN_PEER);
        assertThat(reason(
                        bytes(GOLDEN),
                        expecting(new ExtensionSeal(settings, Set.of(address("192.0.2.11")), () -> now))))
                .isNull();
    }

    /** The clock is set back by an hour: stamps follow it, or go on growing. */
    @Test
    void aClockSetBack() {
        for (Extension.AntiReplay antiReplay : Extension.AntiReplay.values()) {
            now = GOLDEN_TIME;
            AdvertTemplate template = template(
                    new ExtensionSeal(settings(Extension.Mode.ENFORCE, antiReplay, 7), Set.of(), () -> now),
                    "192.0.2.11");
            long before = template.patch(150, GROUP).getLong(36);
            now -= 3600 * SECOND;
            long after = template.patch(150, GROUP).getLong(36);

            assertThat(after > before).isEqualTo(antiReplay == Extension.AntiReplay.MONOTONIC);
        }
    }

    @Test
    void clocksThatDriftApartAreRemarkedOn() {
        now += 7 * SECOND;

        assertThat(AdvertValidator.validate(parsed(bytes(GOLDEN)), expecting(seal(7)), null))
                .isInstanceOfSatisfying(AdvertVerdict.Accepted.class, accepted -> assertThat(accepted.remarks())
                        .extracting(AdvertVerdict.Remark::detail)
                        .anyMatch(text -> text.contains("clocks differ")));
    }

    /** Only the IP header and the checksum of the message are not under the hash, and they are checked otherwise. */
    @Test
    void nothingForgedIsTaken() {
        Random random = new Random(2104);
        byte[] good = bytes(GOLDEN).array();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bytes[20 + random.nextInt(bytes.length - 20)] = (byte) random.nextInt(256);
            }
            IpPacket packet = IpPacket.parse(ByteBuffer.wrap(bytes));
            if (packet != null
                    && AdvertValidator.validate(packet, expecting(seal(7)), null) instanceof AdvertVerdict.Accepted) {
                assertThat(bytes).isEqualTo(good);
            }
        }
    }
}

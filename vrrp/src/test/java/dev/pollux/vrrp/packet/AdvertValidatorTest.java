package dev.pollux.vrrp.packet;

import static dev.pollux.vrrp.packet.Packets.SENDER;
import static dev.pollux.vrrp.packet.Packets.address;
import static dev.pollux.vrrp.packet.Packets.bytes;
import static dev.pollux.vrrp.packet.Packets.expecting;
import static dev.pollux.vrrp.packet.Packets.ip;
import static dev.pollux.vrrp.packet.Packets.parsed;
import static dev.pollux.vrrp.packet.Packets.resealed;
import static dev.pollux.vrrp.packet.Packets.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.UnicastSettings;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertValidatorTest {

    private static final String VERSION_2 = "210ac802 000192ed c0000201 c0000202 0000000000000000";
    private static final String VERSION_3 = "310ac802 0064828a c0000201 c0000202";
    private static final String VERSION_3_PSEUDO = "310ac802 0064defb c0000201 c0000202";
    private static final String PASSWORD = "210ac802 01010000 c0000201 c0000202 3131313100000000";

    private static final AdvertExpectations EXPECT_2 = expecting(2, 1, "192.0.2.1", "192.0.2.2");
    private static final AdvertExpectations EXPECT_3 = expecting(3, 100, "192.0.2.1", "192.0.2.2");
    private static final AdvertExpectations EXPECT_PASSWORD = new AdvertExpectations(
            new Advert(2, 1, 10, 100, 1, 1, EXPECT_2.own().addresses(), 0x31313131_00000000L),
            EXPECT_2.source(),
            EXPECT_2.unicast(),
            Set.of(),
            AdvertSeal.NONE);

    private static AdvertVerdict judge(ByteBuffer packet, AdvertExpectations expected) {
        return AdvertValidator.validate(parsed(packet), expected, null);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("version 2", VERSION_2, EXPECT_2),
                arguments("version 3, checksum as in RFC 9568", VERSION_3, EXPECT_3),
                arguments("version 3, checksum as in RFC 5798", VERSION_3_PSEUDO, EXPECT_3),
                arguments("version 2 with password", PASSWORD, EXPECT_PASSWORD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, String message, AdvertExpectations expected) {
        ByteBuffer bytes = name.contains("password") ? resealed(bytes(message)) : bytes(message);

        assertThat(judge(ip(bytes, 255), expected))
                .isInstanceOfSatisfying(AdvertVerdict.Accepted.class, verdict -> assertThat(verdict.remarks())
                        .isEmpty());
    }

    /** A change to good bytes that makes them bad, and the reason it must be charged to. */
    static Stream<Arguments> dropped() {
        UnaryOperator<ByteBuffer> asItIs = UnaryOperator.identity();
        return Stream.of(
                arguments("neither checksum form", VERSION_3, set(7, 0x8b, false), EXPECT_3, DropReason.CHECKSUM),
                arguments("version 2 checksum", VERSION_2, set(7, 0xee, false), EXPECT_2, DropReason.CHECKSUM),
                arguments(
                        "version 3 with eight bytes behind",
                        VERSION_3 + "0000000000000000",
                        asItIs,
                        EXPECT_3,
                        DropReason.PACKET_LENGTH),
                arguments("no addresses", "310ac800 00640000", set(3, 0, true), EXPECT_3, DropReason.ADDRESS_LIST),
                arguments("interval zero", VERSION_3, set(5, 0, true), EXPECT_3, DropReason.INTERVAL),
                arguments("255 addresses announced", VERSION_2, set(3, 255, true), EXPECT_2, DropReason.PACKET_LENGTH),
                arguments(
                        "password where none is configured",
                        VERSION_2,
                        set(4, 1, true),
                        EXPECT_2,
                        DropReason.AUTHENTICATION_TYPE_MISMATCH),
                arguments(
                        "no password where one is configured",
                        VERSION_2,
                        asItIs,
                        EXPECT_PASSWORD,
                        DropReason.AUTHENTICATION_TYPE_MISMATCH),
                arguments(
                        "wrong password",
                        PASSWORD,
                        set(16, 0x32, true),
                        EXPECT_PASSWORD,
                        DropReason.AUTHENTICATION_FAILURE),
                arguments(
                        "unknown authentication type",
                        VERSION_2,
                        set(4, 7, true),
                        EXPECT_2,
                        DropReason.INVALID_AUTHENTICATION_TYPE),
                arguments("version 3 to version 2", VERSION_3, asItIs, EXPECT_2, DropReason.VERSION),
                arguments("version 2 to version 3", VERSION_2, asItIs, EXPECT_3, DropReason.VERSION),
                arguments("version 2, other interval", VERSION_2, set(5, 3, true), EXPECT_2, DropReason.INTERVAL),
                arguments("unknown type", VERSION_2, set(0, 0x22, true), EXPECT_2, DropReason.TYPE),
                arguments("cut short", "210ac802 000192ed c0000201", asItIs, EXPECT_2, DropReason.PACKET_LENGTH),
                arguments("shorter than a header", "210ac8", asItIs, EXPECT_2, DropReason.PACKET_LENGTH));
    }

    private static UnaryOperator<ByteBuffer> set(int offset, int value, boolean seal) {
        return message -> {
            message.put(offset, (byte) value);
            return seal ? resealed(message) : message;
        };
    }

    @ParameterizedTest(name = "{0} -> {4}")
    @MethodSource
    void dropped(
            String name,
            String message,
            UnaryOperator<ByteBuffer> change,
            AdvertExpectations expected,
            DropReason reason) {
        assertThat(judge(ip(change.apply(bytes(message)), 255), expected))
                .isInstanceOfSatisfying(AdvertVerdict.Dropped.class, verdict -> assertThat(verdict.reason())
                        .as(verdict.detail())
                        .isEqualTo(reason));
    }

    @Test
    void timeToLiveMustBe255() {
        assertThat(reason(judge(ip(bytes(VERSION_2), 64), EXPECT_2))).isEqualTo(DropReason.TTL);
    }

    @Test
    void headerOptionsAreSkipped() {
        ByteBuffer packet = ByteBuffer.allocate(24 + 24);
        packet.put((byte) 0x46).put((byte) 0xc0).putShort((short) 48);
        packet.putInt(0).put((byte) 255).put((byte) 112).putShort((short) 0);
        packet.put(SENDER.getAddress()).put(Packets.GROUP.getAddress()).putInt(0x94040000);
        packet.put(bytes(VERSION_2)).flip();

        assertThat(judge(packet, EXPECT_2)).isInstanceOf(AdvertVerdict.Accepted.class);
    }

    /** RFC 9568 5.2.6. */
    @Test
    void reservedBitsAreIgnored() {
        ByteBuffer message = bytes(VERSION_3);
        ByteBuffer reserved = resealed(message.put(4, (byte) 0xf0));

        assertThat(judge(ip(reserved, 255), EXPECT_3))
                .isInstanceOfSatisfying(
                        AdvertVerdict.Accepted.class,
                        accepted -> assertThat(accepted.advert().interval()).isEqualTo(100));
    }

    /** RFC 3768 5.3.10. */
    @Test
    void authenticationDataWithoutAuthenticationIsIgnored() {
        ByteBuffer message = bytes(VERSION_2);
        ByteBuffer filled = resealed(message.putLong(16, 0x0123456789abcdefL));

        assertThat(judge(ip(filled, 255), EXPECT_2)).isInstanceOf(AdvertVerdict.Accepted.class);
    }

    @Test
    void paddingOfTheLinkIsTolerated() {
        ByteBuffer padded =
                ByteBuffer.allocate(46).put(ip(bytes(VERSION_2), 255)).clear();

        assertThat(judge(padded, EXPECT_2)).isInstanceOf(AdvertVerdict.Accepted.class);
    }

    @Test
    void ourOwnAdvertIsNobodyElses() {
        assertThat(reason(judge(ip(bytes(VERSION_2), 255), with(EXPECT_2, SENDER))))
                .isEqualTo(DropReason.OWN_ADVERT);
    }

    @Test
    void otherAddressesAreARemarkOnly() {
        AdvertVerdict verdict = judge(ip(bytes(VERSION_2), 255), expecting(2, 1, "192.0.2.1"));

        assertThat(verdict)
                .isInstanceOfSatisfying(AdvertVerdict.Accepted.class, accepted -> assertThat(accepted.remarks())
                        .extracting(AdvertVerdict.Remark::counter)
                        .containsExactly(DropReason.ADDRESS_LIST));
    }

    @Test
    void otherIntervalInVersion3IsARemarkOnly() {
        AdvertVerdict verdict = judge(ip(bytes(VERSION_3), 255), expecting(3, 10, "192.0.2.1", "192.0.2.2"));

        assertThat(verdict).isInstanceOfSatisfying(AdvertVerdict.Accepted.class, accepted -> {
            assertThat(accepted.advert().intervalNanos()).isEqualTo(1_000_000_000L);
            assertThat(accepted.remarks())
                    .extracting(AdvertVerdict.Remark::counter)
                    .containsExactly(DropReason.INTERVAL);
        });
    }

    @Test
    void peersMeanUnicast() {
        UnicastSettings.Peer peer = new UnicastSettings.Peer(SENDER, 0, 255);
        ByteBuffer packet = ip(bytes(VERSION_2), 64);

        assertThat(reason(judge(packet, unicast(peer)))).isEqualTo(DropReason.ADDRESS_LIST);

        packet.put(16, EXPECT_2.source().getAddress());
        assertThat(judge(packet, unicast(peer))).isInstanceOf(AdvertVerdict.Accepted.class);
        assertThat(reason(judge(ip(bytes(VERSION_2), 255), EXPECT_2))).isNull();
    }

    @Test
    void aRangeForAPeerMakesSendersCount() {
        ByteBuffer packet = ip(bytes(VERSION_2), 64).put(16, EXPECT_2.source().getAddress());

        assertThat(reason(judge(packet, unicast(new UnicastSettings.Peer(SENDER, 250, 255)))))
                .isEqualTo(DropReason.TTL);
        assertThat(reason(judge(packet, unicast(new UnicastSettings.Peer(address("192.0.2.9"), 250, 255)))))
                .isEqualTo(DropReason.UNKNOWN_PEER);
    }

    @Test
    void thePeersAreCheckedWhereThatIsAskedFor() {
        ByteBuffer packet = ip(bytes(VERSION_2), 64).put(16, EXPECT_2.source().getAddress());
        UnicastSettings.Peer other = new UnicastSettings.Peer(address("192.0.2.9"), 0, 255);

        assertThat(reason(judge(packet, unicast(other)))).isNull();
        assertThat(reason(judge(
                        packet,
                        with(
                                EXPECT_2,
                                new UnicastSettings(List.of(other), 255, Set.of(UnicastSettings.Flag.CHECK_SOURCE))))))
                .isEqualTo(DropReason.UNKNOWN_PEER);
    }

    @Test
    void strictModeTakesNoOtherAddresses() {
        AdvertExpectations one = expecting(2, 1, "192.0.2.1");

        assertThat(reason(judge(ip(bytes(VERSION_2), 255), with(one, Flag.STRICT))))
                .isEqualTo(DropReason.ADDRESS_LIST);
        assertThat(reason(judge(ip(bytes(VERSION_2), 255), with(EXPECT_2, Flag.STRICT))))
                .isNull();
    }

    @Test
    void addressesOfAKnownSenderNeedNotBeChecked() {
        AdvertExpectations skipping = with(expecting(2, 1, "192.0.2.1"), Flag.SKIP_ADDRESS_CHECK);
        IpPacket packet = parsed(ip(bytes(VERSION_2), 255));

        assertThat(remarks(AdvertValidator.validate(packet, skipping, SENDER))).isEmpty();
        assertThat(remarks(AdvertValidator.validate(packet, skipping, null))).hasSize(1);
        assertThat(remarks(AdvertValidator.validate(packet, skipping, address("192.0.2.9"))))
                .hasSize(1);
    }

    @Test
    void anOwnerMayIgnoreAdverts() {
        Advert own = EXPECT_2.own();
        Advert ofOwner = new Advert(2, 1, 10, 255, 0, 1, own.addresses(), 0);
        AdvertExpectations owner =
                new AdvertExpectations(ofOwner, EXPECT_2.source(), EXPECT_2.unicast(), Set.of(), AdvertSeal.NONE);

        assertThat(reason(judge(ip(bytes(VERSION_2), 255), owner))).isNull();
        assertThat(reason(judge(ip(bytes(VERSION_2), 255), with(owner, Flag.OWNER_IGNORES_ADVERTS))))
                .isEqualTo(DropReason.OWNER);
        assertThat(reason(judge(ip(bytes(VERSION_2), 255), with(EXPECT_2, Flag.OWNER_IGNORES_ADVERTS))))
                .isNull();
    }

    /** keepalived up to 1.3.6 sums the group over IPv4 even in unicast. */
    @Test
    void theOldUnicastChecksumIsTaken() {
        ByteBuffer message = bytes(VERSION_3);
        AdvertCodec.putChecksum(
                message, 0, message.remaining(), IpPacket.pseudoHeaderSum(SENDER, Packets.GROUP, message.remaining()));
        ByteBuffer packet = ip(message, 255).put(16, EXPECT_3.source().getAddress());
        List<UnicastSettings.Peer> peers = List.of(new UnicastSettings.Peer(SENDER, 0, 255));

        assertThat(judge(packet, with(EXPECT_3, new UnicastSettings(peers, 255, Set.of()))))
                .isInstanceOfSatisfying(AdvertVerdict.Accepted.class, accepted -> assertThat(accepted.checksum())
                        .isEqualTo(AdvertChecksum.GROUP_PSEUDO_HEADER));
        assertThat(reason(judge(
                        packet,
                        with(
                                EXPECT_3,
                                new UnicastSettings(peers, 255, Set.of(UnicastSettings.Flag.NEVER_OLD_CHECKSUM))))))
                .isEqualTo(DropReason.CHECKSUM);
    }

    /** What keepalived 2.2.7 sent over IPv6 in version 3, and in version 2, which has no authentication data there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "313d9602 00328639 fe800000000000000000000000000100 20010db8000000000000000000000100",
                "213e9601 000195fa 20010db8000000000000000000000101"
            })
    void ipv6SumsItsPseudoHeader(String hex) {
        ByteBuffer message = bytes(hex);
        boolean version3 = message.get(0) == 0x31;
        String[] addresses = version3 ? new String[] {"fe80::100", "2001:db8::100"} : new String[] {"2001:db8::101"};
        AdvertExpectations expected =
                with(expecting(version3 ? 3 : 2, version3 ? 50 : 1, addresses), address("fe80::2"));
        ByteBuffer packet = Packets.ipv6(message, "fe80::6882:4eff:fe8d:cfdc", "ff02::12", 255);

        assertThat(judge(packet, expected)).isInstanceOf(AdvertVerdict.Accepted.class);
        assertThat(reason(judge(packet.put(packet.limit() - 1, (byte) 9), expected)))
                .isEqualTo(DropReason.CHECKSUM);
        packet.put(7, (byte) 254);
        assertThat(reason(judge(packet, expected))).isEqualTo(DropReason.TTL);
    }

    private static List<AdvertVerdict.Remark> remarks(AdvertVerdict verdict) {
        return verdict instanceof AdvertVerdict.Accepted accepted ? accepted.remarks() : List.of();
    }

    private static AdvertExpectations unicast(UnicastSettings.Peer peer) {
        return with(EXPECT_2, new UnicastSettings(List.of(peer), 255, Set.of()));
    }

    private static @Nullable DropReason reason(AdvertVerdict verdict) {
        return verdict instanceof AdvertVerdict.Dropped dropped ? dropped.reason() : null;
    }

    @Test
    void judgesAnyBytesWithoutThrowingAndTakesNoneWithABadChecksum() {
        Random random = new Random(5798);
        byte[] good = Packets.ip(bytes(VERSION_2), 255).array();
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ByteBuffer packet = ByteBuffer.wrap(bytes, 0, random.nextInt(8) == 0 ? random.nextInt(44) : 44);

            IpPacket parsed = IpPacket.parse(packet);

            if (parsed != null && AdvertValidator.validate(parsed, EXPECT_2, null) instanceof AdvertVerdict.Accepted) {
                assertThat(AdvertCodec.checksumGood(parsed.payload(), 0)).isTrue();
            }
        }
    }
}

package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertChecksum;
import dev.pollux.vrrp.packet.AdvertExpectations;
import dev.pollux.vrrp.packet.AdvertForm;
import dev.pollux.vrrp.packet.AdvertSeal;
import dev.pollux.vrrp.packet.AdvertTemplate;
import dev.pollux.vrrp.packet.HeaderSeal;
import dev.pollux.vrrp.packet.IpPacket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.helpers.NOPLogger;

/** Whatever comes in, it is heard by the state machine or counted for one reason, and never both. */
class AdvertReceiverTest {

    private static final int ROUNDS = 20_000;
    private static final int PRIORITY = 150;

    /** How one kind of advert is sent and expected. */
    record Kind(String name, Advert advert, String source, String receiver, String group, boolean sealed) {
        @Override
        public String toString() {
            return name;
        }

        AdvertTemplate template() {
            boolean message = advert.version() == 2;
            AdvertChecksum checksum = message ? AdvertChecksum.MESSAGE : AdvertChecksum.PSEUDO_HEADER;
            return new AdvertTemplate(new AdvertForm(advert, inet(source), 255, checksum, seal()));
        }

        AdvertExpectations expectations() {
            return new AdvertExpectations(advert, inet(receiver), UnicastSettings.multicast(), Set.of(), seal());
        }

        private AdvertSeal seal() {
            return sealed ? new HeaderSeal("tomatosa".getBytes(StandardCharsets.UTF_8)) : AdvertSeal.NONE;
        }
    }

    static Stream<Kind> whatIsMalformedIsCountedAndNotHeard() {
        List<InetAddress> ipv4 = List.of(inet("10.9.0.100"), inet("10.9.0.101"));
        List<InetAddress> ipv6 = List.of(inet("fe80::100"), inet("2001:db8::100"));
        String group = "224.0.0.18";
        return Stream.of(
                new Kind("version 2", advert(2, 0, 1, ipv4), "10.9.0.1", "10.9.0.2", group, false),
                new Kind("version 2, password", advert(2, 1, 1, ipv4), "10.9.0.1", "10.9.0.2", group, false),
                new Kind("version 2, AH", advert(2, 2, 1, ipv4), "10.9.0.1", "10.9.0.2", group, true),
                new Kind("version 3", advert(3, 0, 100, ipv4), "10.9.0.1", "10.9.0.2", group, false),
                new Kind("version 3, IPv6", advert(3, 0, 100, ipv6), "fe80::1", "fe80::2", "ff02::12", false));
    }

    private static Advert advert(int version, int authentication, int interval, List<InetAddress> addresses) {
        long password = authentication == 1 ? 0x31313131_00000000L : 0;
        return new Advert(version, Advert.TYPE, 51, PRIORITY, authentication, interval, addresses, password);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsMalformedIsCountedAndNotHeard(Kind kind) {
        Random random = new Random(9568);
        byte[] group = inet(kind.group()).getAddress();
        AdvertTemplate template = kind.template();
        RouterCounters counters = new RouterCounters();
        RouterLog log = new RouterLog(NOPLogger.NOP_LOGGER, new RepeatFilter(), "VI_1");
        AdvertReceiver receiver = new AdvertReceiver(counters, log);
        receiver.expect(kind.expectations());
        int heard = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ByteBuffer packet = mangled(template.patch(PRIORITY, group), random);
            long dropped = dropped(counters);

            RouterEvent.AdvertReceived event = receiver.judge(IpPacket.parse(packet), round, round);

            if (event == null) {
                assertThat(dropped(counters)).as("round %d", round).isEqualTo(dropped + 1);
            } else {
                heard++;
                assertThat(!kind.sealed() || event.priority() == PRIORITY)
                        .as("round %d: forged", round)
                        .isTrue();
            }
            assertThat(counters.advertsReceived).as("round %d", round).isEqualTo(heard);
        }
        assertThat(heard).as("untouched ones among them").isBetween(ROUNDS / 20, ROUNDS / 2);
        assertThat(counters.counts().dropped()).hasSizeGreaterThan(3);
    }

    private static long dropped(RouterCounters counters) {
        return counters.counts().dropped().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** One of ten is left as it is; the others are cut, extended, changed in some bytes, or random altogether. */
    private static ByteBuffer mangled(ByteBuffer good, Random random) {
        byte[] bytes = new byte[good.remaining() + random.nextInt(2) * random.nextInt(64)];
        good.get(good.position(), bytes, 0, good.remaining());
        int length = good.remaining();
        switch (random.nextInt(10)) {
            case 0 -> {
                return ByteBuffer.wrap(bytes, 0, length);
            }
            case 1 -> length = random.nextInt(length);
            case 2 -> random.nextBytes(bytes);
            case 3 -> length = bytes.length;
            default -> {
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    int at = random.nextInt(length);
                    bytes[at] = (byte) (bytes[at] ^ (1 << random.nextInt(Byte.SIZE)));
                }
            }
        }
        return ByteBuffer.wrap(bytes, 0, length);
    }
}

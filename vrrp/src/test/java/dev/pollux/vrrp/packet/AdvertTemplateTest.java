package dev.pollux.vrrp.packet;

import static dev.pollux.vrrp.packet.Packets.address;
import static dev.pollux.vrrp.packet.Packets.addresses;
import static dev.pollux.vrrp.packet.Packets.expecting;
import static dev.pollux.vrrp.packet.Packets.hex;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertTemplateTest {

    private static final int GROUP = 0xe0000012;

    /** The IP header of another program's capture, with the first identification; the kernel adds the header checksum. */
    @Test
    void writesHeaderAndMessage() {
        Advert advert = new Advert(2, 1, 51, 30, 0, 1, addresses("10.0.1.5"), 0);
        AdvertTemplate template = new AdvertTemplate(advert, address("192.168.100.2"), 255, false);

        assertThat(hex(template.patch(30, GROUP)))
                .isEqualTo("45c0002800010000ff700000c0a86402e0000012" + "21331e010001b5c50a0001050000000000000000");
    }

    @ParameterizedTest
    @CsvSource({"2, 1, false", "3, 100, false", "3, 100, true"})
    void everyPatchIsAValidAdvert(int version, int interval, boolean pseudoHeader) {
        Advert advert = new Advert(version, 1, 51, 100, 0, interval, addresses("10.0.1.5"), 0);
        AdvertTemplate template = new AdvertTemplate(advert, address("192.0.2.251"), 255, pseudoHeader);

        for (int priority : new int[] {100, 0, 255, 1}) {
            ByteBuffer packet = template.patch(priority, GROUP);

            AdvertVerdict verdict = AdvertValidator.validate(
                    requireNonNull(Ipv4Packet.parse(packet)), expecting(version, interval, "10.0.1.5"));

            assertThat(verdict).isInstanceOfSatisfying(AdvertVerdict.Accepted.class, accepted -> assertThat(
                            accepted.advert().priority())
                    .isEqualTo(priority));
        }
    }

    @Test
    void identificationIsNeverZero() {
        Advert advert = new Advert(2, 1, 51, 30, 0, 1, addresses("10.0.1.5"), 0);
        AdvertTemplate template = new AdvertTemplate(advert, address("192.168.100.2"), 255, false);

        for (int i = 0; i < 70_000; i++) {
            assertThat(template.patch(30, GROUP).getShort(4)).isNotZero();
        }
    }
}

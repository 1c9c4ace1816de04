package dev.pollux.vrrp.packet;

import static dev.pollux.vrrp.packet.Packets.address;
import static dev.pollux.vrrp.packet.Packets.addresses;
import static dev.pollux.vrrp.packet.Packets.expecting;
import static dev.pollux.vrrp.packet.Packets.hex;
import static dev.pollux.vrrp.packet.Packets.parsed;
import static dev.pollux.vrrp.packet.Packets.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertTemplateTest {

    private static final byte[] GROUP = {(byte) 0xe0, 0, 0, 0x12};

    private static AdvertTemplate template(Advert advert, String source, AdvertChecksum checksum) {
        return new AdvertTemplate(new AdvertForm(advert, address(source), 255, checksum, AdvertSeal.NONE));
    }

    /** The IP header of another program's capture, with the first identification; the kernel adds the header checksum. */
    @Test
    void writesHeaderAndMessage() {
        Advert advert = new Advert(2, 1, 51, 30, 0, 1, addresses("10.0.1.5"), 0);
        AdvertTemplate template = template(advert, "192.168.100.2", AdvertChecksum.MESSAGE);

        assertThat(hex(template.patch(30, GROUP)))
                .isEqualTo("45c0002800010000ff700000c0a86402e0000012" + "21331e010001b5c50a0001050000000000000000");
    }

    @ParameterizedTest
    @CsvSource({"2, 1, MESSAGE", "3, 100, MESSAGE", "3, 100, PSEUDO_HEADER"})
    void everyPatchIsAValidAdvert(int version, int interval, AdvertChecksum checksum) {
        Advert advert = new Advert(version, 1, 51, 100, 0, interval, addresses("10.0.1.5"), 0);
        AdvertTemplate template = template(advert, "192.0.2.251", checksum);

        for (int priority : new int[] {100, 0, 255, 1}) {
            ByteBuffer packet = template.patch(priority, GROUP);

            AdvertVerdict verdict =
                    AdvertValidator.validate(parsed(packet), expecting(version, interval, "10.0.1.5"), null);

            assertThat(verdict).isInstanceOfSatisfying(AdvertVerdict.Accepted.class, accepted -> assertThat(
                            accepted.advert().priority())
                    .isEqualTo(priority));
        }
    }

    @Test
    void identificationIsNeverZero() {
        Advert advert = new Advert(2, 1, 51, 30, 0, 1, addresses("10.0.1.5"), 0);
        AdvertTemplate template = template(advert, "192.168.100.2", AdvertChecksum.MESSAGE);

        for (int i = 0; i < 70_000; i++) {
            assertThat(template.patch(30, GROUP).getShort(4)).isNotZero();
        }
    }

    /** As keepalived 2.2.7 sent it, but for the flow label, which the kernel makes up. */
    @Test
    void writesIpv6() {
        Advert advert = new Advert(3, 1, 61, 150, 0, 50, addresses("fe80::100", "2001:db8::100"), 0);
        String source = "fe80::6882:4eff:fe8d:cfdc";
        AdvertTemplate template = template(advert, source, AdvertChecksum.PSEUDO_HEADER);

        assertThat(hex(template.patch(150, address("ff02::12").getAddress())))
                .isEqualTo("6c000000002870fffe8000000000000068824efffe8dcfdcff020000000000000000000000000012"
                        + "313d960200328639fe80000000000000000000000000010020010db8000000000000000000000100");
        assertThat(AdvertValidator.validate(
                        parsed(template.patch(0, address("ff02::12").getAddress())),
                        with(expecting(3, 50, "fe80::100", "2001:db8::100"), address("fe80::2")),
                        null))
                .isInstanceOf(AdvertVerdict.Accepted.class);
    }
}

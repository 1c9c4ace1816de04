package dev.pollux.linux.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Link and address messages against the bytes the kernel sends, little-endian. */
class RouteCodecsTest {

    private static final String NEW_LINK = "48000000 1000 0000 00000000 00000000"
            + "00 00 0100 07000000 43100100 ffffffff"
            + "0a00 0300 65746830 3100 0000"
            + "0800 0400 dc050000"
            + "0a00 0100 02005e000133 0000"
            + "0800 1b00 00000000";

    private static final String NEW_ADDRESS = "58000000 1400 0000 00000000 00000000"
            + "02 18 80 00 07000000"
            + "0800 0100 c0000201"
            + "0800 0200 c0000201"
            + "0800 0400 c00002ff"
            + "0c00 0300 6574683031 3a3100"
            + "0800 0800 80020000"
            + "1400 0600 ffffffff ffffffff 00000000 00000000";

    @BeforeEach
    void goldenBytesAreLittleEndian() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "SKIPPED: the golden bytes are little-endian");
    }

    @Test
    void decodesALink() {
        Link link = new Link(
                7,
                "eth01",
                new LinkFlags(0x11043),
                HardwareAddress.of(HexFormat.of().parseHex("02005e000133")),
                1500);

        assertThat(decode(NEW_LINK)).contains(new RouteEvent.LinkChanged(link));
        assertThat(link.hardwareAddress()).hasToString("02:00:5e:00:01:33");
        assertThat(link.usable()).isTrue();
    }

    @Test
    void aRemovedLinkIsAnotherEvent() {
        assertThat(decode(NEW_LINK.replaceFirst(" 1000 ", " 1100 "))).containsInstanceOf(RouteEvent.LinkRemoved.class);
    }

    @Test
    void aPortThatLeavesItsBridgeIsNotARemovedLink() {
        String bridgeFamily = NEW_LINK.replaceFirst(" 1000 ", " 1100 ").replace("00 00 0100 07", "07 00 0100 07");

        assertThat(decode(bridgeFamily)).isEmpty();
    }

    @Test
    void decodesAnAddressWithItsWideFlags() throws Exception {
        InterfaceAddress address = InterfaceAddress.of(7, InetAddress.getByName("192.0.2.1"), 24)
                .withBroadcast(InetAddress.getByName("192.0.2.255"))
                .withLabel("eth01:1")
                .withFlags(AddressFlags.PERMANENT | AddressFlags.NO_PREFIX_ROUTE);

        assertThat(decode(NEW_ADDRESS)).contains(new RouteEvent.AddressAdded(address));
        assertThat(decode(NEW_ADDRESS.replaceFirst(" 1400 ", " 1500 ")))
                .contains(new RouteEvent.AddressRemoved(address));
    }

    @Test
    void encodesAnAddress() throws Exception {
        InterfaceAddress address =
                InterfaceAddress.of(7, InetAddress.getByName("2001:db8::1"), 64).withFlags(AddressFlags.NO_DAD);

        assertThat(encode(AddressCodec.add(address)))
                .isEqualTo("48000000140000060100000000000000" + "0a40020007000000"
                        + "14000200" + "20010db8000000000000000000000001"
                        + "14000100" + "20010db8000000000000000000000001" + "05000b0012000000");
        assertThat(encode(AddressCodec.delete(address))).startsWith("48000000150000000100000000000000");
    }

    @Test
    void encodesAnAddressThatIsNeverChosenAsSource() throws Exception {
        InterfaceAddress address =
                InterfaceAddress.of(7, InetAddress.getByName("192.0.2.1"), 32).withPreferredLifetime(0);

        assertThat(encode(AddressCodec.add(address))).contains("14000600" + "00000000ffffffff0000000000000000");
    }

    @Test
    void otherMessagesAreNoEvents() {
        assertThat(decode("14000000 1800 0000 00000000 00000000 00000000")).isEmpty();
    }

    @Test
    void aMalformedMessageIsNoEvent() {
        assertThat(decode(NEW_ADDRESS.replace("0800 0200 c0000201", "0600 0200 c0000201")))
                .isEmpty();
    }

    @RepeatedTest(200)
    void damagedMessagesNeverThrow(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] bytes = bytes(repetition.getCurrentRepetition() % 2 == 0 ? NEW_LINK : NEW_ADDRESS);
        for (int damage = 0; damage < 4; damage++) {
            bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt(40);
        }

        assertThatCode(() -> decode(bytes)).doesNotThrowAnyException();
    }

    private static Optional<RouteEvent> decode(String hex) {
        return decode(bytes(hex));
    }

    private static Optional<RouteEvent> decode(byte[] bytes) {
        NetlinkReader reader = new NetlinkReader(ByteBuffer.wrap(bytes));
        assertThat(reader.next()).isTrue();
        return RouteNotifications.decode(reader);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String encode(NetlinkRequest request) {
        ByteBuffer buffer = ByteBuffer.allocate(256);
        new NetlinkWriter(buffer).message(request, 1);
        return HexFormat.of().formatHex(buffer.array(), 0, buffer.position());
    }
}

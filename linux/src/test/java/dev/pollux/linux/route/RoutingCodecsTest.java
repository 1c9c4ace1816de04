package dev.pollux.linux.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Route and rule messages against bytes, little-endian. */
class RoutingCodecsTest {

    private static final Prefix TEN = new Prefix(inet("10.1.0.0"), 16);
    private static final RouteKey KEY = new RouteKey(TEN, 0, RouteKey.MAIN_TABLE, 0);
    private static final String HEADER = "3c000000 1800 0004 01000000 00000000";
    private static final String ROUTE = "02 10 00 00 fe 12 00 01 00000000"
            + "0800 0f00 fe000000"
            + "0800 0100 0a010000"
            + "0800 0400 07000000"
            + "0800 0500 c00002fe";
    private static final String RULE = "3c000000 2000 0006 01000000 00000000"
            + "02 00 10 00 00 00 00 01 00000000"
            + "0800 0600 a00f0000"
            + "0500 1500 12000000"
            + "0800 0200 0a010000"
            + "0800 0f00 fd1a0000";
    private static final Rule FROM_TEN =
            new Rule(false, 4000, false, RuleSelector.from(TEN), RuleAction.lookup(6909), 18);

    @BeforeEach
    void goldenBytesAreLittleEndian() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "SKIPPED: the golden bytes are little-endian");
    }

    @Test
    void aRouteBothWays() {
        Route route = Route.to(KEY, NextHop.via(inet("192.0.2.254"), 7));

        assertThat(encode(RouteCodec.add(route))).isEqualTo(hex(HEADER + ROUTE));
        assertThat(decode(HEADER + ROUTE)).contains(route);
        assertThat(encode(RouteCodec.delete(route))).isEqualTo(hex("3c000000 1900 0000 01000000 00000000" + ROUTE));
    }

    @Test
    void severalNextHopsBothWays() {
        Route route = Route.to(
                KEY,
                new NextHop(inet("192.0.2.253"), 7, 3, false, 0, null),
                new NextHop(inet("2001:db8::1"), 8, 256, true, 9, null));
        String multipath = "02 10 00 00 fe 12 00 01 00000000"
                + "0800 0f00 fe000000"
                + "0800 0100 0a010000"
                + "3c00 0900"
                + "1000 00 02 07000000" + "0800 0500 c00002fd"
                + "2800 04 ff 08000000" + "1600 1200 0a00 20010db8000000000000000000000001 0000" + "0800 0b00 09000000";

        String bytes = "68000000 1800 0004 01000000 00000000" + multipath;
        assertThat(encode(RouteCodec.add(route))).isEqualTo(hex(bytes));
        assertThat(decode(bytes)).contains(route);
    }

    @Test
    void metricsAndEncapsulations() {
        RouteMetrics metrics = new RouteMetrics(Map.of(2, 1400L), 1 << 2, "reno");
        RouteOptions options = new RouteOptions(18, 0, inet("192.0.2.1"), metrics, null, 0, 1, true);
        Encapsulation mpls = new Encapsulation.Mpls(List.of(100, 200), 0);
        Route route = new Route(KEY, RouteType.UNICAST, List.of(new NextHop(null, 7, 1, true, 0, mpls)), null, options);

        assertThat(encode(RouteCodec.add(route)))
                .contains(hex("1800000c"))
                .contains(hex("04000000 0800 0f00 fe000000"))
                .contains(hex("0600 1500 0100 0000" + "1000 1680" + "0c00 0100 00064000 000c8100"))
                .contains(hex("0800 0700 c0000201"))
                .contains(hex("0500 1a00 01000000"))
                .contains(
                        hex("2000 0880" + "0800 0100 04000000" + "0800 0200 78050000" + "0900 1000 72656e6f00 000000"));
        assertThat(encode(RouteCodec.add(with(new Encapsulation.Ip(false, 5, inet("1.2.3.4"), null, 9, 0, 0)))))
                .contains(hex("0600 1500 0200 0000 2000 1680"
                        + "0c00 0100 0000000000000005 0800 0200 01020304 0500 0400 09000000"));
        assertThat(encode(RouteCodec.add(with(new Encapsulation.Ip(true, 0, null, null, 4, 3, 0x1234)))))
                .contains(
                        hex("0600 1500 0400 0000 1c00 1680 0500 0400 04000000 0500 0500 03000000 0600 0600 12340000"));
        assertThat(encode(RouteCodec.add(with(new Encapsulation.Ila(0x1000200030004L)))))
                .contains(hex("0600 1500 0300 0000 1000 1680 0c00 0100 0001000200030004"));
    }

    @Test
    void aRuleBothWays() {
        assertThat(encode(RuleCodec.add(FROM_TEN))).isEqualTo(hex(RULE));
        assertThat(RuleCodec.decode(reader(bytes(RULE)))).contains(FROM_TEN);
        assertThat(encode(RuleCodec.delete(FROM_TEN))).startsWith(hex("3c000000 2100 0000"));
    }

    @Test
    void removalsAreEvents() {
        assertThat(event("3c000000 1900 0000 01000000 00000000" + ROUTE))
                .contains(new RouteEvent.RouteRemoved(Route.to(KEY, NextHop.via(inet("192.0.2.254"), 7))));
        assertThat(event(RULE.replace(" 2000 0006", " 2100 0000"))).contains(new RouteEvent.RuleRemoved(FROM_TEN));
        assertThat(event(HEADER + ROUTE)).isEmpty();
    }

    @RepeatedTest(200)
    void damagedMessagesNeverThrow(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        boolean route = repetition.getCurrentRepetition() % 2 == 0;
        byte[] bytes = bytes(route ? HEADER + ROUTE : RULE);
        for (int damage = 0; damage < 4; damage++) {
            bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt(40);
        }

        assertThatCode(() -> {
                    if (route) {
                        RouteCodec.decode(reader(bytes));
                    } else {
                        RuleCodec.decode(reader(bytes));
                    }
                })
                .doesNotThrowAnyException();
    }

    private static Route with(Encapsulation encapsulation) {
        return Route.to(KEY, new NextHop(null, 7, 1, false, 0, encapsulation));
    }

    private static Optional<Route> decode(String hex) {
        return RouteCodec.decode(reader(bytes(hex)));
    }

    private static Optional<RouteEvent> event(String hex) {
        return RouteNotifications.decode(reader(bytes(hex)));
    }

    private static NetlinkReader reader(byte[] bytes) {
        NetlinkReader reader = new NetlinkReader(ByteBuffer.wrap(bytes));
        assertThat(reader.next()).isTrue();
        return reader;
    }

    private static String hex(String text) {
        return text.replace(" ", "");
    }

    private static byte[] bytes(String text) {
        return HexFormat.of().parseHex(hex(text));
    }

    private static String encode(NetlinkRequest request) {
        ByteBuffer buffer = ByteBuffer.allocate(512);
        new NetlinkWriter(buffer).message(request, 1);
        return HexFormat.of().formatHex(buffer.array(), 0, buffer.position());
    }

    private static InetAddress inet(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

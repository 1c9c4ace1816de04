package dev.pollux.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.RuleSelector.Range;
import dev.pollux.linux.route.RuleSelector.TransportSelector;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.testing.NetworkNamespace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes and rules as the kernel takes them and as {@code ip} shows them. */
class RoutingClientTest {

    private static final RouteMetrics METRICS = new RouteMetrics(
            Map.of(2, 1400L, 4, 800L, 8, 1300L, 9, 5L, 10, 7L, 11, 20L, 12, 1L, 13, 250L, 14, 21L, 15, 1L),
            1 << 2,
            "reno");

    private NetworkNamespace namespace;
    private RouteClient client;
    private int index;

    @BeforeEach
    void open() {
        namespace = NetworkNamespace.open();
        namespace.connect("left0", namespace, "right0");
        namespace.ip("address add 192.0.2.1/24 dev left0");
        namespace.ip("address add 2001:db8::1/64 dev left0 nodad");
        client = namespace.call(RouteClient::open);
        index = namespace.interfaceIndex("left0");
    }

    @AfterEach
    void close() {
        client.close();
        namespace.close();
    }

    @Test
    void plainRoutesOfBothFamilies() {
        Route four = Route.to(key("10.1.0.0", 16, 0), NextHop.via(inet("192.0.2.254"), 0));
        Route six = Route.to(key("2001:db8:1::", 48, 77), NextHop.via(inet("2001:db8::fe"), index));
        Route standard = Route.to(new RouteKey(prefix("0.0.0.0", 0), 0, 200, 0), NextHop.via(null, index));

        assertThat(client.add(List.of(four, six, standard))).containsOnly(NetlinkAck.OK);

        assertThat(namespace.ip("route show table all"))
                .contains("10.1.0.0/16 via 192.0.2.254 dev left0 proto keepalived")
                .contains("default dev left0 table 200 proto keepalived");
        assertThat(namespace.ip("-6 route show"))
                .contains("2001:db8:1::/48 via 2001:db8::fe dev left0 proto keepalived metric 77");
        List<Route> there = client.routes();
        assertThat(there).anyMatch(four::isAt).anyMatch(six::isAt).anyMatch(standard::isAt);
        assertThat(client.add(List.of(four)).get(0).is(Errno.EEXIST)).isTrue();

        assertThat(client.delete(List.of(four, six, standard))).containsOnly(NetlinkAck.OK);
        assertThat(client.routes()).noneMatch(four::isAt).noneMatch(six::isAt);
        assertThat(client.delete(List.of(four)).get(0).is(Errno.ESRCH)).isTrue();
    }

    @Test
    void everythingARouteMaySay() {
        RouteOptions options =
                new RouteOptions(18, AddressScope.LINK, inet("192.0.2.1"), METRICS, null, 0, null, false);
        Route rich = new Route(
                new RouteKey(prefix("10.2.0.0", 16), 0x10, 6909, 12),
                RouteType.UNICAST,
                List.of(new NextHop(null, index, 1, false, 3 << 16 | 4, null)),
                null,
                options);

        assertThat(client.add(List.of(rich))).containsOnly(NetlinkAck.OK);

        assertThat(namespace.ip("-d route show table 6909"))
                .contains("dev left0 proto keepalived scope link src 192.0.2.1")
                .contains("metric 12", "realms 3/4", "mtu lock 1400", "rtt 100ms", "advmss 1300", "reordering 5")
                .contains("hoplimit 7", "initcwnd 20", "features ecn", "rto_min 250ms", "initrwnd 21", "quickack 1")
                .contains("congctl reno");
        assertThat(client.routes()).contains(rich);
    }

    @Test
    void routesOverSeveralNextHops() {
        Route both = Route.to(
                key("10.3.0.0", 16, 0),
                new NextHop(inet("192.0.2.253"), index, 3, false, 0, null),
                new NextHop(inet("198.51.100.1"), index, 1, true, 0, null));
        Route six = Route.to(
                key("2001:db8:3::", 48, 0),
                new NextHop(inet("2001:db8::fd"), index, 1, false, 0, null),
                new NextHop(inet("2001:db8::fe"), index, 1, false, 0, null));
        Route otherFamily = Route.to(key("10.4.0.0", 16, 0), NextHop.via(inet("2001:db8::fe"), index));

        assertThat(client.add(List.of(both, six, otherFamily))).containsOnly(NetlinkAck.OK);

        assertThat(namespace.ip("route show"))
                .contains("via 192.0.2.253 dev left0 weight 3", "via 198.51.100.1 dev left0 weight 1 onlink")
                .contains("10.4.0.0/16 via inet6 2001:db8::fe dev left0");
        assertThat(client.routes()).contains(both).anyMatch(six::isAt).anyMatch(otherFamily::isAt);
    }

    @Test
    void routesThatLeadNowhere() {
        for (RouteType type :
                List.of(RouteType.BLACKHOLE, RouteType.UNREACHABLE, RouteType.PROHIBIT, RouteType.THROW)) {
            Route four = new Route(key("10.5.0.0", 16, 0), type, List.of(), null, RouteOptions.DEFAULT);
            Route six = new Route(key("2001:db8:5::", 48, 0), type, List.of(), null, RouteOptions.DEFAULT);
            assertThat(client.add(List.of(four, six))).as(type.name()).containsOnly(NetlinkAck.OK);
            String name = type.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(namespace.ip("route show")).contains(name + " 10.5.0.0/16 proto keepalived");
            assertThat(namespace.ip("-6 route show")).contains(name + " 2001:db8:5::/48");
            assertThat(client.routes()).anyMatch(four::isAt).anyMatch(six::isAt);
            assertThat(client.delete(List.of(four, six))).containsOnly(NetlinkAck.OK);
        }
    }

    @Test
    void whatOnlyIpv6RoutesHave() {
        RouteOptions options = new RouteOptions(18, AddressScope.GLOBAL, null, RouteMetrics.NONE, 1, 600, null, false);
        Route route = new Route(
                key("2001:db8:6::", 48, 0),
                RouteType.UNICAST,
                List.of(NextHop.via(inet("2001:db8::fe"), index)),
                null,
                options);

        assertThat(client.add(List.of(route))).containsOnly(NetlinkAck.OK);

        assertThat(namespace.ip("-6 route show")).contains("pref high").containsPattern("expires (600|599)sec");
    }

    @Test
    void rulesOfAllKinds() {
        Rule four = rule(4000, RuleSelector.from(prefix("10.0.0.0", 8)), RuleAction.lookup(6909));
        RuleSelector narrow = new RuleSelector(
                prefix("10.1.0.0", 16),
                prefix("10.2.0.0", 16),
                0x10,
                0x18,
                0xff,
                "left0",
                "right0",
                7,
                new TransportSelector(new Range(5, 7), 6, new Range(10, 20), new Range(80, 80)));
        Rule rich = new Rule(
                false, 4001, true, narrow, new RuleAction(RuleAction.Kind.TABLE, 77, 0, 3 << 16 | 4, 0, 5, false), 18);
        Rule six = new Rule(true, 4002, false, RuleSelector.from(prefix("2001:db8::", 32)), RuleAction.lookup(88), 18);
        Rule jump = rule(4003, RuleSelector.ALL, action(RuleAction.Kind.GOTO, 4004));
        Rule target = rule(4004, RuleSelector.ALL, action(RuleAction.Kind.NOTHING, 0));
        Rule hole = rule(4005, RuleSelector.ALL, action(RuleAction.Kind.BLACKHOLE, 0));
        Rule wall = rule(4006, RuleSelector.ALL, action(RuleAction.Kind.PROHIBIT, 0));
        List<Rule> all = List.of(four, rich, six, target, jump, hole, wall);

        assertThat(client.add(all)).containsOnly(NetlinkAck.OK);

        assertThat(namespace.ip("rule show"))
                .contains("4000:\tfrom 10.0.0.0/8 lookup 6909 proto keepalived")
                .containsPattern("4001:\tnot from 10.1.0.0/16 to 10.2.0.0/16 tos (lowdelay|0x10) fwmark 0x18/0xff")
                .contains("iif left0 oif right0 uidrange 5-7 ipproto tcp sport 10-20 dport 80 tun_id 7 lookup 77")
                .contains("suppress_prefixlength 0", "suppress_ifgroup 5", "realms 3/4")
                .contains("4003:\tfrom all goto 4004", "4004:\tfrom all nop", "4005:\tfrom all blackhole")
                .contains("4006:\tfrom all prohibit");
        assertThat(namespace.ip("-6 rule show")).contains("4002:\tfrom 2001:db8::/32 lookup 88 proto keepalived");
        assertThat(client.rules()).containsAll(all);
        assertThat(client.add(List.of(four)).get(0).is(Errno.EEXIST)).isTrue();

        assertThat(client.delete(all)).containsOnly(NetlinkAck.OK);
        assertThat(client.delete(List.of(four)).get(0).is(Errno.ENOENT)).isTrue();
        assertThat(client.rules()).hasSize(5);
    }

    private static RuleAction action(RuleAction.Kind kind, long target) {
        return new RuleAction(kind, 0, target, 0, -1, -1, false);
    }

    private static Rule rule(long priority, RuleSelector selector, RuleAction action) {
        return new Rule(false, priority, false, selector, action, 18);
    }

    private static RouteKey key(String address, int length, long metric) {
        return new RouteKey(prefix(address, length), 0, RouteKey.MAIN_TABLE, metric);
    }

    private static Prefix prefix(String address, int length) {
        return new Prefix(inet(address), length);
    }

    private static InetAddress inet(@Nullable String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

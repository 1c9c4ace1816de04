package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkFlags;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Route messages (rtnetlink(7), linux/rtnetlink.h).
 *
 * <pre>
 *  struct rtmsg
 *  +---------------+---------------+---------------+---------------+
 *  |    family     | dst. length   | source length | type of serv. |
 *  +---------------+---------------+---------------+---------------+
 *  | table (low 8) |   protocol    |     scope     |  RTN_ type    |
 *  +---------------+---------------+---------------+---------------+
 *  |                        RTM_F_, RTNH_F_ flags                  |
 *  +---------------------------------------------------------------+
 * </pre>
 */
final class RouteCodec {

    static final int NEW_ROUTE = 24;
    static final int DELETE_ROUTE = 25;

    private static final int GET_ROUTE = 26;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int REST_OF_HEADER = 11;
    private static final int CLONED = 0x200;
    private static final int TABLE_COMPATIBLE = 252;

    private static final int RTA_DST = 1;
    private static final int RTA_SRC = 2;
    private static final int RTA_PRIORITY = 6;
    private static final int RTA_PREFSRC = 7;
    private static final int RTA_METRICS = 8;
    private static final int RTA_FLOW = 11;
    private static final int RTA_TABLE = 15;
    private static final int RTA_PREF = 20;
    private static final int RTA_EXPIRES = 23;
    private static final int RTA_TTL_PROPAGATE = 26;

    private RouteCodec() {}

    /** Asks for all routes of a family. */
    static NetlinkRequest dump(boolean ipv6) {
        return new NetlinkRequest(
                GET_ROUTE, 0, message -> message.int8(ipv6 ? AF_INET6 : AF_INET).zeros(REST_OF_HEADER));
    }

    /** In front of equal routes, as {@code ip route prepend} does; refused with EEXIST where exactly this one is there. */
    static NetlinkRequest add(Route route) {
        int flags = NetlinkFlags.CREATE | (route.options().append() ? NetlinkFlags.APPEND : 0);
        return new NetlinkRequest(NEW_ROUTE, flags, message -> encode(route, message));
    }

    /** Refused with ESRCH where there is no such route. */
    static NetlinkRequest delete(Route route) {
        return new NetlinkRequest(DELETE_ROUTE, 0, message -> encode(route, message));
    }

    private static void encode(Route route, NetlinkWriter message) {
        Prefix destination = route.key().destination();
        Prefix source = route.source();
        RouteOptions options = route.options();
        int table = route.key().table();
        boolean ipv6 = destination.isIpv6();
        NextHop only = route.nextHops().size() == 1 ? route.nextHops().get(0) : null;
        message.int8(ipv6 ? AF_INET6 : AF_INET)
                .int8(destination.length())
                .int8(source == null ? 0 : source.length())
                .int8(route.key().typeOfService())
                .int8(table < 256 ? table : TABLE_COMPATIBLE)
                .int8(options.protocol())
                .int8(options.scope())
                .int8(route.type().number())
                .int32(only != null && only.onLink() ? NextHopCodec.ON_LINK : 0)
                .attribute32(RTA_TABLE, table);
        if (destination.length() > 0) {
            message.attribute(RTA_DST, destination.address());
        }
        if (source != null) {
            message.attribute(RTA_SRC, source.address());
        }
        if (route.key().metric() != 0) {
            message.attribute32(RTA_PRIORITY, (int) route.key().metric());
        }
        if (only != null) {
            NextHopCodec.encodeOnly(only, ipv6, message);
        } else if (!route.nextHops().isEmpty()) {
            NextHopCodec.encodeAll(route.nextHops(), ipv6, message);
        }
        options(options, message);
    }

    private static void options(RouteOptions options, NetlinkWriter message) {
        InetAddress preferredSource = options.preferredSource();
        if (preferredSource != null) {
            message.attribute(RTA_PREFSRC, preferredSource);
        }
        Integer preference = options.preference();
        if (preference != null) {
            message.attribute8(RTA_PREF, preference);
        }
        if (options.expires() != 0) {
            message.attribute32(RTA_EXPIRES, (int) options.expires());
        }
        Integer propagate = options.propagateTimeToLive();
        if (propagate != null) {
            message.attribute8(RTA_TTL_PROPAGATE, propagate);
        }
        if (!options.metrics().isEmpty()) {
            message.nested(RTA_METRICS, nested -> metrics(options.metrics(), nested));
        }
    }

    private static void metrics(RouteMetrics metrics, NetlinkWriter nested) {
        if (metrics.locked() != 0) {
            nested.attribute32(RouteMetrics.LOCK, (int) metrics.locked());
        }
        metrics.sorted().forEach((number, value) -> nested.attribute32(number, (int) (long) value));
        if (!metrics.congestionControl().isEmpty()) {
            nested.attribute(RouteMetrics.CONGESTION_CONTROL, metrics.congestionControl());
        }
    }

    /** Empty for other families than IP and for entries of the route cache. */
    static Optional<Route> decode(NetlinkReader message) {
        int family = message.int8();
        Header header = new Header(
                family == AF_INET6,
                message.int8(),
                message.int8(),
                message.int8(),
                message.int8(),
                message.int8(),
                message.int8(),
                message.int8(),
                message.int32());
        if ((family != AF_INET && family != AF_INET6) || (header.flags & CLONED) != 0) {
            return Optional.empty();
        }
        return Optional.of(new Decoder(header).decode(message.attributes()));
    }

    /** The fixed part of the message. */
    private record Header(
            boolean ipv6,
            int destinationLength,
            int sourceLength,
            int typeOfService,
            int table,
            int protocol,
            int scope,
            int type,
            int flags) {}

    /** Collects attributes. */
    private static final class Decoder {

        private final Header header;
        private @Nullable InetAddress destination;
        private @Nullable InetAddress source;
        private @Nullable InetAddress gateway;
        private @Nullable InetAddress preferredSource;
        private int interfaceIndex;
        private int realms;
        private int table;
        private long metric;
        private long expires;
        private @Nullable Integer preference;
        private List<NextHop> nextHops = new ArrayList<>();
        private RouteMetrics metrics = RouteMetrics.NONE;

        Decoder(Header header) {
            this.header = header;
            this.table = header.table;
        }

        Route decode(NetlinkAttributes attributes) {
            while (attributes.next()) {
                read(attributes);
            }
            if (nextHops.isEmpty() && (gateway != null || interfaceIndex != 0)) {
                boolean onLink = (header.flags & NextHopCodec.ON_LINK) != 0;
                nextHops.add(new NextHop(gateway, interfaceIndex, 1, onLink, realms, null));
            }
            RouteOptions options = new RouteOptions(
                    header.protocol, header.scope, preferredSource, metrics, preference, expires, null, false);
            RouteKey key = new RouteKey(
                    new Prefix(destination == null ? any() : destination, header.destinationLength),
                    header.typeOfService,
                    table,
                    metric);
            Prefix from = source == null ? null : new Prefix(source, header.sourceLength);
            return new Route(key, RouteType.of(header.type), nextHops, from, options);
        }

        private void read(NetlinkAttributes attributes) {
            switch (attributes.type()) {
                case RTA_DST -> destination = attributes.address();
                case RTA_SRC -> source = attributes.address();
                case NextHopCodec.RTA_OIF -> interfaceIndex = attributes.int32();
                case NextHopCodec.RTA_GATEWAY -> gateway = attributes.address();
                case NextHopCodec.RTA_VIA -> gateway = NextHopCodec.decodeVia(attributes);
                case RTA_PRIORITY -> metric = Integer.toUnsignedLong(attributes.int32());
                case RTA_PREFSRC -> preferredSource = attributes.address();
                case RTA_METRICS -> metrics = metrics(attributes.nested());
                case NextHopCodec.RTA_MULTIPATH -> nextHops = NextHopCodec.decodeAll(attributes);
                case RTA_FLOW -> realms = attributes.int32();
                case RTA_TABLE -> table = attributes.int32();
                case RTA_PREF -> preference = attributes.int8();
                case RTA_EXPIRES -> expires = Integer.toUnsignedLong(attributes.int32());
                default -> {}
            }
        }

        private static RouteMetrics metrics(NetlinkAttributes nested) {
            Map<Integer, Long> values = new HashMap<>();
            long locked = 0;
            String congestionControl = "";
            while (nested.next()) {
                switch (nested.type()) {
                    case RouteMetrics.LOCK -> locked = nested.int32();
                    case RouteMetrics.CONGESTION_CONTROL -> congestionControl = nested.string();
                    default -> values.put(nested.type(), Integer.toUnsignedLong(nested.int32()));
                }
            }
            return new RouteMetrics(values, locked, congestionControl);
        }

        private InetAddress any() {
            try {
                return InetAddress.getByAddress(new byte[header.ipv6 ? 16 : 4]);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

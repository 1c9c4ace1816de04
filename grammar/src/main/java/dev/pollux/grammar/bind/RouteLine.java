package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.host.RoutingNames;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.model.RouteAttributes;
import dev.pollux.grammar.model.RouteHop;
import dev.pollux.grammar.model.VirtualRoute;
import dev.pollux.grammar.schema.Arguments;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one line of {@code virtual_routes} or {@code static_routes}: words as of {@code ip route}, written out in full. */
final class RouteLine {

    private static final long BYTE = 0xFF;

    private final LineCursor words;
    private final RouteHopWords hops;
    private final RouteAttributeWords attributes;
    private VirtualRoute.Kind kind = VirtualRoute.Kind.UNICAST;
    private boolean ipv6;
    private boolean toAll;
    private @Nullable IpPrefix destination;
    private @Nullable IpPrefix source;
    private int typeOfService;
    private int table = VirtualRoute.MAIN_TABLE;
    private long metric;
    private boolean tracked = true;
    private @Nullable String trackGroup;

    /**
     * A route as read.
     *
     * @param trackGroup null: none
     */
    record Read(VirtualRoute route, @Nullable String trackGroup) {}

    private RouteLine(Arguments line, RoutingNames names) {
        this.words = new LineCursor(line, names);
        this.hops = new RouteHopWords(words);
        this.attributes = new RouteAttributeWords(words);
    }

    /** The route, or null after a report. */
    static @Nullable Read read(Arguments line, RoutingNames names) {
        return new RouteLine(line, names).read();
    }

    private @Nullable Read read() {
        while (words.hasNext()) {
            word(words.next());
        }
        IpPrefix to = words.spoilt() ? null : destination();
        if (to == null) {
            return null;
        }
        AddressFamily family = to.family();
        List<RouteHop> all = hops.finish();
        all.forEach(hop -> check(hop, family));
        if (source != null && family == AddressFamily.IPV4) {
            words.spoil("only IPv6 routes can say from", "write a rule");
        }
        RouteAttributes options = attributes.finish(family, tracked);
        if (words.spoilt()) {
            return null;
        }
        track(all);
        VirtualRoute route = new VirtualRoute(kind, to, source, typeOfService, table, metric, all, options, tracked);
        return new Read(route, trackGroup);
    }

    private void word(String word) {
        switch (word) {
            case "inet" -> ipv6 = false;
            case "inet6" -> ipv6 = true;
            case "to" -> destination = words.prefix();
            case "default" -> toAll = true;
            case "default6" -> {
                toAll = true;
                ipv6 = true;
            }
            case "from" -> source = words.prefix();
            case "tos", "dsfield" -> typeOfService = words.named(RoutingNames.Kind.TYPE_OF_SERVICE, BYTE);
            case "table" -> table = words.table();
            case "metric", "priority", "preference" -> metric = words.number();
            case "no_track" -> tracked = false;
            case "track_group" -> trackGroup = words.argument();
            default -> other(word);
        }
    }

    private void other(String word) {
        if (hops.take(word) || attributes.take(word)) {
            return;
        }
        IpPrefix prefix = LineCursor.prefix(word);
        if (prefix != null && destination == null) {
            destination = prefix;
            return;
        }
        for (VirtualRoute.Kind each : VirtualRoute.Kind.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                kind = each;
                return;
            }
        }
        words.spoil(
                "unknown word '" + word + "' of a route",
                "write [TYPE] PREFIX [via ADDRESS] [dev IF] ... as in ip route");
    }

    private @Nullable IpPrefix destination() {
        if (destination != null) {
            return masked(destination);
        }
        if (!toAll) {
            words.spoil("the route has no destination", "write a prefix, or default");
            return null;
        }
        boolean six = ipv6 || hops.sees(AddressFamily.IPV6) || attributes.isIpv6();
        return masked(new IpPrefix(any(six), 0));
    }

    /** Bits behind the prefix are of no meaning, and the kernel refuses them. */
    private static IpPrefix masked(IpPrefix prefix) {
        byte[] bytes = prefix.address().getAddress();
        for (int bit = prefix.length(); bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return new IpPrefix(address(bytes), prefix.length());
    }

    private static InetAddress any(boolean six) {
        return address(new byte[six ? 16 : 4]);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Since Linux 5.2 an IPv4 route may have an IPv6 gateway; the other way round is impossible. */
    private void check(RouteHop hop, AddressFamily family) {
        InetAddress gateway = hop.gateway();
        if (gateway != null && family == AddressFamily.IPV6 && AddressFamily.of(gateway) == AddressFamily.IPV4) {
            words.spoil("an IPv6 route cannot have an IPv4 gateway", "");
        }
    }

    private void track(List<RouteHop> all) {
        boolean onInterface = all.size() == 1 && all.get(0).interfaceName() != null;
        if (!onInterface && tracked) {
            tracked = false;
            words.remark(
                    DiagnosticCode.SUSPICIOUS,
                    "the route names no interface, so that nobody can see when it is gone",
                    "write dev and an interface, or no_track");
        }
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.host.RoutingNames;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.RouteAttributes;
import dev.pollux.grammar.model.RouteMetric;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a route that describe it. */
final class RouteAttributeWords {

    private static final long BYTE = 0xFF;
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long LEAST_ROUND_TRIP_MILLIS = 200;

    private final LineCursor words;
    private int protocol = RouteAttributes.KEEPALIVED;
    private int scope;
    private @Nullable InetAddress preferredSource;
    private final Map<RouteMetric, Long> metrics = new EnumMap<>(RouteMetric.class);
    private final Set<RouteMetric> locked = EnumSet.noneOf(RouteMetric.class);
    private @Nullable String congestionControl;
    private @Nullable Integer preference;
    private long expires;
    private @Nullable Integer propagateTimeToLive;
    private boolean append;

    RouteAttributeWords(LineCursor words) {
        this.words = words;
    }

    /** Takes the word and what belongs to it; false: it is for somebody else. */
    boolean take(String word) {
        switch (word) {
            case "src" -> preferredSource = words.address();
            case "protocol" -> protocol = words.named(RoutingNames.Kind.PROTOCOL, BYTE);
            case "scope" -> scope = words.named(RoutingNames.Kind.SCOPE, BYTE);
            case "expires" -> expires = words.number();
            case "pref" -> preference();
            case "ttl-propagate" -> propagateTimeToLive();
            case "append" -> append = true;
            case "as" -> {
                words.skip("to");
                words.argument();
                words.remark(DiagnosticCode.UNSUPPORTED, "as is for MPLS routes only, it is ignored", "remove it");
            }
            case "vrf" -> {
                words.argument();
                words.remark(
                        DiagnosticCode.LIMITATION, "vrf of a route is not supported, it is ignored", "write its table");
            }
            default -> {
                return metric(RouteMetric.of(word));
            }
        }
        return true;
    }

    boolean isIpv6() {
        return preferredSource != null && AddressFamily.of(preferredSource) == AddressFamily.IPV6;
    }

    RouteAttributes finish(AddressFamily family, boolean tracked) {
        if (expires != 0 && family == AddressFamily.IPV4) {
            words.remark(DiagnosticCode.INVALID_VALUE, "only IPv6 routes expire, it is ignored", "remove expires");
            expires = 0;
        }
        if (preferredSource != null && AddressFamily.of(preferredSource) != family) {
            words.spoil("the source address is of another family than the route", "");
        }
        if (tracked && protocol != RouteAttributes.KEEPALIVED) {
            words.remark(
                    DiagnosticCode.INVALID_VALUE,
                    "a route that is tracked has the protocol keepalived",
                    "write no_track, or leave protocol out");
            protocol = RouteAttributes.KEEPALIVED;
        }
        return new RouteAttributes(
                protocol,
                scope,
                preferredSource,
                metrics,
                locked,
                congestionControl,
                preference,
                expires,
                propagateTimeToLive,
                append);
    }

    private boolean metric(@Nullable RouteMetric metric) {
        if (metric == null) {
            return false;
        }
        if (words.skip("lock")) {
            locked.add(metric);
        }
        switch (metric) {
            case CONGCTL -> congestionControl = words.argument();
            case FEATURES -> features();
            case RTT -> metrics.put(metric, roundTrip(8));
            case RTTVAR -> metrics.put(metric, roundTrip(4));
            case RTO_MIN -> metrics.put(metric, roundTrip(1));
            default -> metrics.put(metric, words.number());
        }
        return true;
    }

    private void features() {
        String feature = words.argument();
        if (!feature.equals("ecn")) {
            words.spoil("'" + feature + "' is no feature of a route", "write ecn");
        }
        words.skip("add");
        metrics.put(RouteMetric.FEATURES, 1L);
    }

    /**
     * A time with {@code s} or {@code ms} behind it, or a number in the kernel's units; never less than keepalived's 200 ms.
     *
     * @param units of the kernel in a millisecond
     */
    private long roundTrip(int units) {
        String text = words.argument();
        int digits = text.length();
        while (digits > 0 && Character.isLetter(text.charAt(digits - 1))) {
            digits--;
        }
        String unit = text.substring(digits);
        try {
            double value = Double.parseDouble(text.substring(0, digits));
            long raw =
                    switch (unit) {
                        case "" -> (long) value;
                        case "ms" -> (long) (value * units);
                        case "s", "sec", "secs" -> (long) (value * units * MILLIS_PER_SECOND);
                        default -> -1;
                    };
            if (raw >= 0 && raw <= Integer.MAX_VALUE) {
                return atLeast(raw, LEAST_ROUND_TRIP_MILLIS * units);
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        words.spoil("'" + text + "' is no time", "write a number with s or ms behind it");
        return 0;
    }

    private long atLeast(long raw, long least) {
        if (raw < least) {
            words.remark(DiagnosticCode.REMARK, "less than 200 ms, which is taken", "write 200ms or more");
            return least;
        }
        return raw;
    }

    private void preference() {
        String text = words.argument();
        switch (text) {
            case "low" -> preference = 3;
            case "medium" -> preference = 0;
            case "high" -> preference = 1;
            default -> words.spoil("'" + text + "' is no preference", "write low, medium or high");
        }
    }

    private void propagateTimeToLive() {
        String text = words.argument();
        switch (text) {
            case "enabled" -> propagateTimeToLive = 1;
            case "disabled" -> propagateTimeToLive = 0;
            default -> words.spoil("'" + text + "' is not for ttl-propagate", "write enabled or disabled");
        }
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.RouteEncapsulation;
import dev.pollux.grammar.model.RouteHop;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a route that say where it leads, for one next hop or, behind {@code nexthop}, for several. */
final class RouteHopWords {

    private static final long MOST_WEIGHT = 256;

    private final LineCursor words;
    private final List<RouteHop> finished = new ArrayList<>();
    private boolean several;
    private @Nullable InetAddress gateway;
    private @Nullable String interfaceName;
    private int weight = 1;
    private boolean onLink;
    private int realms;
    private @Nullable RouteEncapsulation encapsulation;

    RouteHopWords(LineCursor words) {
        this.words = words;
    }

    /** Takes the word and what belongs to it; false: it is for somebody else. */
    boolean take(String word) {
        switch (word) {
            case "via" -> via();
            case "gw" -> {
                deprecated("gw", "via");
                via();
            }
            case "dev", "oif" -> interfaceName = words.argument();
            case "onlink" -> onLink = true;
            case "realms" -> realms = words.realms();
            case "encap" -> encapsulation = EncapsulationWords.read(words);
            case "nexthop" -> begin();
            case "or" -> {
                deprecated("or", "nexthop");
                begin();
                via();
            }
            case "weight" -> {
                return weight();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** All of them; none where the route says nothing. */
    List<RouteHop> finish() {
        end();
        return List.copyOf(finished);
    }

    boolean sees(AddressFamily family) {
        return (gateway != null && AddressFamily.of(gateway) == family)
                || finished.stream()
                        .anyMatch(hop -> hop.gateway() != null && AddressFamily.of(hop.gateway()) == family);
    }

    private void via() {
        if (!words.skip("inet6")) {
            words.skip("inet");
        }
        gateway = words.address();
    }

    /** Only one of several next hops has a weight. */
    private boolean weight() {
        if (!several) {
            return false;
        }
        weight = (int) Math.max(1, words.number(MOST_WEIGHT));
        return true;
    }

    /** What stands before the first {@code nexthop} is one as well; keepalived once wrote them so, with {@code or}. */
    private void begin() {
        end();
        several = true;
    }

    private void end() {
        if (gateway != null || interfaceName != null || encapsulation != null) {
            finished.add(new RouteHop(gateway, interfaceName, weight, onLink, realms, encapsulation));
        }
        gateway = null;
        interfaceName = null;
        weight = 1;
        onLink = false;
        realms = 0;
        encapsulation = null;
    }

    private void deprecated(String old, String now) {
        words.remark(DiagnosticCode.DEPRECATED, old + " is an old name", "write " + now);
    }
}

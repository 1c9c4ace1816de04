package dev.pollux.grammar.bind;

import dev.pollux.grammar.host.RoutingNames;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.RouteHop;
import dev.pollux.grammar.model.VirtualRoute;
import dev.pollux.grammar.model.VirtualRule;
import dev.pollux.grammar.schema.Arguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes routes and rules of the lines that were kept until the whole file was known: their names are found in folders it names. */
final class RoutingCompletion {

    /** What keepalived gives to the first rule without a preference; the next gets one less. */
    private static final long FIRST_PRIORITY = 16384;

    private final Context context;
    private final GlobalDraft global;
    private final Map<AddressFamily, Long> priorities = new EnumMap<>(AddressFamily.class);
    private @Nullable RoutingNames names;

    RoutingCompletion(Context context, GlobalDraft global) {
        this.context = context;
        this.global = global;
    }

    List<RouteLine.Read> routes(List<Arguments> lines) {
        List<RouteLine.Read> routes = new ArrayList<>();
        for (Arguments line : lines) {
            RouteLine.Read read = RouteLine.read(line, names());
            if (read != null) {
                read.route().hops().forEach(hop -> need(hop, line));
                routes.add(read);
            }
        }
        return routes;
    }

    List<RuleLine.Read> rules(List<Arguments> lines) {
        List<RuleLine.Read> rules = new ArrayList<>();
        for (Arguments line : lines) {
            RuleLine.Read read = RuleLine.read(line, names(), this::nextPriority);
            if (read != null) {
                need(read.rule().selector().incoming(), line);
                need(read.rule().selector().outgoing(), line);
                rules.add(read);
            }
        }
        return rules;
    }

    List<VirtualRoute> virtualRoutes(List<Arguments> lines) {
        return routes(lines).stream().map(RouteLine.Read::route).toList();
    }

    List<VirtualRule> virtualRules(List<Arguments> lines) {
        return rules(lines).stream().map(RuleLine.Read::rule).toList();
    }

    private void need(RouteHop hop, Arguments line) {
        if (hop.interfaceName() != null) {
            need(hop.interfaceName(), line);
        }
    }

    private void need(String interfaceName, Arguments line) {
        if (!interfaceName.isEmpty() && !global.dynamicInterfaces) {
            context.needInterface(interfaceName, line.span(), "a route or rule");
        }
    }

    private long nextPriority(AddressFamily family) {
        long priority = priorities.getOrDefault(family, FIRST_PRIORITY);
        priorities.put(family, priority - 1);
        return priority;
    }

    private RoutingNames names() {
        if (names == null) {
            names = context.host()
                    .routingNames(List.of(Path.of(global.routingNamesOfSystem), Path.of(global.routingNamesOfAdmin)));
        }
        return names;
    }
}

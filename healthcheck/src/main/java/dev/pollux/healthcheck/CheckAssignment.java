package dev.pollux.healthcheck;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import java.util.ArrayList;
import java.util.List;

/**
 * A checker and its server, as the configuration has them.
 *
 * @param server the real server as keepalived writes it: {@code [192.0.2.2]:tcp:80}
 */
record CheckAssignment(CheckerKey key, Checker checker, String server) {

    /** Every checker of a configuration, in file order. */
    static List<CheckAssignment> of(Configuration configuration) {
        List<CheckAssignment> all = new ArrayList<>();
        for (VirtualServer virtual : configuration.virtualServers()) {
            for (RealServer real : virtual.realServers()) {
                if (!real.checkers().isEmpty()) {
                    add(virtual, real, all);
                }
            }
        }
        return all;
    }

    private static void add(VirtualServer virtual, RealServer real, List<CheckAssignment> all) {
        String server = describe(virtual, real);
        int index = 0;
        for (Checker checker : real.checkers()) {
            all.add(new CheckAssignment(new CheckerKey(virtual.key(), real.key(), index++), checker, server));
        }
    }

    private static String describe(VirtualServer virtual, RealServer real) {
        return virtual.services().stream()
                .filter(ServiceKey.ByAddress.class::isInstance)
                .map(service -> real.key().describe(((ServiceKey.ByAddress) service).protocol()))
                .findFirst()
                // A firewall mark has no protocol; keepalived writes "none".
                .orElseGet(() -> "[" + AddressText.of(real.key().address()) + "]:none:"
                        + real.key().port());
    }

    /** The virtual server as keepalived writes it. */
    String virtualServer() {
        return key.virtualServer().toString();
    }

    /** The checker's keyword. */
    String type() {
        return checker.keyword();
    }

    /** Whether both ask the same question of the same server, however often. */
    boolean asksLike(CheckAssignment other) {
        return checker.asksLike(other.checker);
    }
}

package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.linux.conntrack.TranslatedConnection;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Adds connections up by local address. A port is taken per address, protocol, server and server's port. */
final class PortCount {

    private final Map<InetAddress, Map<Target, Long>> counts = new HashMap<>();

    /** Of tracked connections, those from the addresses. */
    static Map<InetAddress, PortUse> of(Iterable<TranslatedConnection> connections, Set<InetAddress> addresses) {
        PortCount count = new PortCount();
        for (TranslatedConnection connection : connections) {
            if (addresses.contains(connection.local())) {
                count.add(
                        connection.local(),
                        new Target(connection.protocol(), connection.server(), connection.serverPort()),
                        1);
            }
        }
        return count.result();
    }

    void add(InetAddress local, Target target, long connections) {
        counts.computeIfAbsent(local, address -> new HashMap<>()).merge(target, connections, Long::sum);
    }

    Map<InetAddress, PortUse> result() {
        Map<InetAddress, PortUse> result = new HashMap<>();
        counts.forEach((local, targets) -> {
            long sum = targets.values().stream().mapToLong(Long::longValue).sum();
            Map.Entry<Target, Long> most = targets.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            result.put(local, new PortUse(sum, most.getValue(), most.getKey().toString()));
        });
        return result;
    }

    /** What a port of a local address is taken towards. */
    record Target(int protocol, InetAddress server, int port) {
        @Override
        public String toString() {
            String address = AddressText.of(server);
            return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
        }
    }
}

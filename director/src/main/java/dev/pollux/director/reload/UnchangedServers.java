package dev.pollux.director.reload;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what did not change from the configuration that runs. Engines keep parts of the configuration they were given first:
 * without this, a director with a large file would hold it twice after a reload, and comparing would cost more.
 */
final class UnchangedServers {

    private UnchangedServers() {}

    /** {@code next}, with the virtual servers of {@code current} in place of equal ones. */
    static Configuration of(Configuration current, Configuration next) {
        Map<VirtualServerKey, VirtualServer> running = new HashMap<>();
        for (VirtualServer server : current.virtualServers()) {
            running.put(server.key(), server);
        }
        List<VirtualServer> servers = new ArrayList<>(next.virtualServers().size());
        for (VirtualServer server : next.virtualServers()) {
            VirtualServer known = running.get(server.key());
            servers.add(server.equals(known) ? known : server);
        }
        return next.withVirtualServers(servers);
    }
}

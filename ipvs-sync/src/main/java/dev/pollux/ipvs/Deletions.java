package dev.pollux.ipvs;

import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import java.util.List;

/** What a change takes out of the kernel's table. */
record Deletions(int services, int realServers) {

    /** Of commands for a table that holds this; real servers go with their service too. */
    static Deletions of(List<Command> commands, IpvsTable observed) {
        int services = 0;
        int realServers = 0;
        for (Command command : commands) {
            if (command instanceof Command.DeleteService delete) {
                TableEntry entry = observed.entries().get(delete.serviceKey());
                services++;
                realServers += entry == null ? 0 : entry.destinations().size();
            } else if (command instanceof Command.DeleteDestination) {
                realServers++;
            }
        }
        return new Deletions(services, realServers);
    }

    int total() {
        return services + realServers;
    }

    /** For people. */
    @Override
    public String toString() {
        return services + " virtual and " + realServers + " real servers";
    }
}

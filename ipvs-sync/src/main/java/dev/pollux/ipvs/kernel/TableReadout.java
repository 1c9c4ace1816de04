package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.IpvsTable;
import java.util.Map;

/**
 * The kernel's table at one time.
 *
 * @param table every service; destinations only of those that were asked for
 * @param loads of every service
 */
public record TableReadout(IpvsTable table, Map<ServiceKey, ServiceLoad> loads) {

    public TableReadout {
        loads = Map.copyOf(loads);
    }
}

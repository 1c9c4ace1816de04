package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.IpvsTable;
import java.util.Collections;
import java.util.Map;

/**
 * The kernel's table at one time. Nobody changes {@code loads} any more.
 *
 * @param table every service; destinations only of those that were asked for
 * @param loads of every service
 */
public record TableReadout(IpvsTable table, Map<ServiceKey, ServiceLoad> loads) {

    public TableReadout {
        loads = Collections.unmodifiableMap(loads);
    }
}

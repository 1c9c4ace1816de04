package dev.pollux.ipvs.kernel;

import dev.pollux.ipvs.table.DestinationKey;
import java.util.Map;

/** How busy a service is, with its destinations as far as they were read. */
public record ServiceLoad(TrafficStatistics traffic, Map<DestinationKey, DestinationLoad> destinations) {

    public ServiceLoad {
        destinations = Map.copyOf(destinations);
    }
}

package dev.pollux.ipvs.kernel;

import dev.pollux.ipvs.table.Service;

/** One service as the kernel tells it. */
record ServiceReadout(Service service, TrafficStatistics traffic) {}

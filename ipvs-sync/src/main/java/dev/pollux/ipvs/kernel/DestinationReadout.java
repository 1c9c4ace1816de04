package dev.pollux.ipvs.kernel;

import dev.pollux.ipvs.table.Destination;

/** One destination as the kernel tells it. */
record DestinationReadout(Destination destination, DestinationLoad load) {}

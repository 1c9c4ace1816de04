package dev.pollux.vrrp;

import dev.pollux.vrrp.address.AddressProxy;
import org.slf4j.Logger;

/**
 * What every virtual router of the engine uses.
 *
 * @param log of everything that happens to the routers
 */
record RouterServices(
        VrrpEnvironment environment,
        Logger log,
        LinkTable links,
        AddressProxy addresses,
        Announcer announcer,
        RouterDispatcher dispatcher,
        Runnable onChange) {

    long now() {
        return environment.clock().nanoTime();
    }
}

package dev.pollux.vrrp;

import dev.pollux.vrrp.address.AddressProxy;

/** What every virtual router of the engine uses. */
record RouterServices(
        VrrpEnvironment environment,
        LinkTable links,
        AddressProxy addresses,
        Announcer announcer,
        RouterDispatcher dispatcher,
        Runnable onChange) {

    long now() {
        return environment.clock().nanoTime();
    }
}

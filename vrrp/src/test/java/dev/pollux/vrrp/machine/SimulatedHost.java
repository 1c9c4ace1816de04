package dev.pollux.vrrp.machine;

import java.util.List;
import java.util.function.Consumer;

/** One machine with its virtual routers, which suffer together. */
final class SimulatedHost {

    private final SimulatedNetwork network;
    private final List<SimulatedRouter> routers;
    private boolean paused;

    SimulatedHost(SimulatedNetwork network, List<SimulatedRouter> routers) {
        this.network = network;
        this.routers = List.copyOf(routers);
    }

    boolean paused() {
        return paused;
    }

    List<SimulatedRouter> routers() {
        return routers;
    }

    void each(Consumer<SimulatedRouter> what) {
        routers.forEach(what);
    }

    void stop() {
        each(router -> router.tell(new RouterEvent.Stopped(network.now())));
    }

    void crash() {
        each(SimulatedRouter::crash);
    }

    /** The process gets no processor: it neither hears nor sends, and keeps what it has. */
    void pause() {
        paused = true;
        each(SimulatedRouter::pause);
    }

    /** Runs again: reads what came meanwhile before it looks at its timers. */
    void resume() {
        paused = false;
        each(SimulatedRouter::readInbox);
        each(SimulatedRouter::expire);
    }

    /** Everything is as it should be. */
    void heal() {
        if (paused) {
            resume();
        }
        each(SimulatedRouter::plug);
        each(SimulatedRouter::recover);
        each(SimulatedRouter::start);
    }
}

package dev.pollux.vrrp;

import dev.pollux.grammar.model.VirtualRouterKey;
import java.net.InetAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener's failure from stopping a virtual router halfway through a transition. */
record GuardedListener(VrrpListener listener) implements VrrpListener {

    private static final Logger log = LoggerFactory.getLogger(GuardedListener.class);

    @Override
    public void stateChanged(VirtualRouterTransition transition) {
        guard(() -> listener.stateChanged(transition));
    }

    @Override
    public void syncGroupChanged(SyncGroupTransition transition) {
        guard(() -> listener.syncGroupChanged(transition));
    }

    @Override
    public void addressesChanged(VirtualRouterKey key, List<InetAddress> held) {
        guard(() -> listener.addressesChanged(key, held));
    }

    @Override
    public void priorityChanged(VirtualRouterKey key, int from, int to) {
        guard(() -> listener.priorityChanged(key, from, to));
    }

    @Override
    public void lowerPriorityHeard(VirtualRouterKey key) {
        guard(() -> listener.lowerPriorityHeard(key));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | AssertionError e) {
            log.error("A listener of the virtual routers failed", e);
        }
    }
}

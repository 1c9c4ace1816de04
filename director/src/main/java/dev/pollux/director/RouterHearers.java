package dev.pollux.director;

import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.ipvs.host.HostProxy;
import dev.pollux.vrrp.SyncGroupTransition;
import dev.pollux.vrrp.VirtualRouterTransition;
import dev.pollux.vrrp.VrrpListener;
import dev.pollux.vrrp.machine.StateName;
import java.net.InetAddress;
import java.util.List;

/**
 * Who hears the virtual routers: the kernel's sync daemon, which follows an instance, and the outside.
 *
 * @param outside is told everything
 */
record RouterHearers(HostProxy host, VrrpListener outside) implements VrrpListener {

    @Override
    public void stateChanged(VirtualRouterTransition transition) {
        host.instance(transition.name(), transition.to() == StateName.MASTER);
        outside.stateChanged(transition);
    }

    @Override
    public void syncGroupChanged(SyncGroupTransition transition) {
        outside.syncGroupChanged(transition);
    }

    @Override
    public void addressesChanged(VirtualRouterKey key, List<InetAddress> held) {
        outside.addressesChanged(key, held);
    }

    @Override
    public void priorityChanged(VirtualRouterKey key, int from, int to) {
        outside.priorityChanged(key, from, to);
    }

    @Override
    public void lowerPriorityHeard(VirtualRouterKey key) {
        outside.lowerPriorityHeard(key);
    }
}

package dev.pollux.director;

import dev.pollux.ipvs.IpvsListener;
import dev.pollux.ipvs.QuorumChange;
import dev.pollux.ipvs.RealServerChange;
import dev.pollux.ipvs.host.HostProxy;
import dev.pollux.ipvs.table.Command;
import dev.pollux.vrrp.VirtualRouterTransition;
import dev.pollux.vrrp.VrrpListener;
import dev.pollux.vrrp.machine.StateName;
import java.util.List;

/**
 * What one engine must hear of another. Nobody else is told of events: the engines log them themselves, and metrics are
 * made of their snapshots.
 */
final class NoNotifications implements IpvsListener, VrrpListener {

    private final HostProxy host;

    NoNotifications(HostProxy host) {
        this.host = host;
    }

    @Override
    public void stateChanged(VirtualRouterTransition transition) {
        host.instance(transition.name(), transition.to() == StateName.MASTER);
    }

    @Override
    public void realServerChanged(RealServerChange change) {}

    @Override
    public void quorumChanged(QuorumChange change) {}

    @Override
    public void available() {}

    @Override
    public void unavailable(String reason) {}

    @Override
    public void driftRepaired(List<Command> repair) {}
}

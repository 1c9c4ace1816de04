package dev.pollux.director.notify;

import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.ipvs.IpvsListener;
import dev.pollux.ipvs.QuorumChange;
import dev.pollux.ipvs.RealServerChange;
import dev.pollux.ipvs.table.Command;
import dev.pollux.vrrp.SyncGroupTransition;
import dev.pollux.vrrp.VirtualRouterTransition;
import dev.pollux.vrrp.VrrpListener;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;

/** Hears the engines on their loops and takes what they say to the {@link NotifyDesk} on its own, in the same order. */
public final class NotifyRelay implements VrrpListener, IpvsListener {

    private final EventExecutor control;
    private final NotifyDesk desk;

    public NotifyRelay(EventExecutor control, NotifyDesk desk) {
        this.control = control;
        this.desk = desk;
    }

    @Override
    public void stateChanged(VirtualRouterTransition transition) {
        control.execute(() -> desk.routerChanged(transition));
    }

    @Override
    public void syncGroupChanged(SyncGroupTransition transition) {
        control.execute(() -> desk.groupChanged(transition));
    }

    @Override
    public void priorityChanged(VirtualRouterKey key, int from, int to) {
        control.execute(() -> desk.priorityChanged(key, to));
    }

    @Override
    public void lowerPriorityHeard(VirtualRouterKey key) {
        control.execute(() -> desk.lowerPriorityHeard(key));
    }

    @Override
    public void realServerChanged(RealServerChange change) {
        control.execute(() -> desk.realServerChanged(change));
    }

    @Override
    public void quorumChanged(QuorumChange change) {
        control.execute(() -> desk.quorumChanged(change));
    }

    @Override
    public void available() {}

    @Override
    public void unavailable(String reason) {}

    @Override
    public void driftRepaired(List<Command> repair) {}
}

package dev.pollux.vrrp.machine;

import dev.pollux.vrrp.machine.RouterState.Backup;
import dev.pollux.vrrp.machine.RouterState.Master;

/**
 * The state of one virtual router, and what it does a hundred times a second while nothing happens: a master sends its advert, a
 * backup hears the one it knows. Both only move a deadline, which is done here in numbers, without an object for the collector;
 * everything else is for {@link VirtualRouterMachine}, with the same result. Owned by the {@code vrrp} loop.
 */
public final class Routine {

    private RouterState state = new RouterState.Init();
    /** Of the state, or newer. */
    private long deadline = RouterState.NEVER;

    private long lastSent;
    private boolean ahead;
    /** From the arrival of an advert that changes nothing else to the deadline; 0: none is known. */
    private long patience;

    /** As the machine would have it. */
    public RouterState state() {
        if (ahead) {
            ahead = false;
            state = state instanceof Backup backup
                    ? new Backup(deadline, backup.masterInterval(), backup.preemptAt(), backup.wantsMaster())
                    : new Master(deadline, lastSent);
        }
        return state;
    }

    /** That of {@link #state}. */
    public long deadline() {
        return deadline;
    }

    public StateName name() {
        return state.name();
    }

    /** The machine has made a step. */
    public void moved(RouterEvent event, Transition transition) {
        RouterState before = state();
        state = transition.state();
        deadline = state.deadline();
        patience = 0;
        if (state instanceof Master master) {
            lastSent = master.lastSent();
        }
        if (event instanceof RouterEvent.AdvertReceived advert
                && transition.actions().isEmpty()
                && before instanceof Backup old
                && state instanceof Backup backup
                && backup.preemptAt() == RouterState.NEVER
                && old.equals(new Backup(
                        old.deadline(), backup.masterInterval(), backup.preemptAt(), backup.wantsMaster()))) {
            patience = deadline - advert.receivedAt();
        }
    }

    /**
     * A master's timer has expired.
     *
     * @return whether one advert and nothing else is due; the next is due an interval later then
     */
    public boolean advertises(long at, RouterParameters parameters) {
        long late = at - deadline;
        if (!(state instanceof Master)
                || late < 0
                || late >= parameters.interval()
                || parameters.givenUp(at - lastSent)) {
            return false;
        }
        deadline += parameters.interval();
        lastSent = at;
        ahead = true;
        return true;
    }

    /** Whether a backup that hears the advert of its last step again only waits longer; it does then. */
    public boolean hearsAgain(long receivedAt) {
        if (patience == 0) {
            return false;
        }
        deadline = receivedAt + patience;
        ahead = true;
        return true;
    }
}

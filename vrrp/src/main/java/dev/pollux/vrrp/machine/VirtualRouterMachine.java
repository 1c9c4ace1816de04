package dev.pollux.vrrp.machine;

import dev.pollux.vrrp.machine.RouterAction.Enter;
import dev.pollux.vrrp.machine.RouterState.Backup;
import dev.pollux.vrrp.machine.RouterState.Fault;
import dev.pollux.vrrp.machine.RouterState.Init;
import dev.pollux.vrrp.machine.RouterState.Master;
import dev.pollux.vrrp.machine.TransitionReason.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The state machine of one virtual router: RFC 3768 6.4 and RFC 9568 6.4 with keepalived's FAULT, preemption delay and sync
 * groups. What a state does not care about leaves it as it is.
 */
public final class VirtualRouterMachine {

    private VirtualRouterMachine() {}

    /** One event. Pure: the same arguments give the same transition. */
    public static Transition step(RouterState state, RouterEvent event, RouterParameters parameters) {
        if (state instanceof Backup backup) {
            return BackupRules.step(backup, event, parameters);
        }
        if (state instanceof Master master) {
            return MasterRules.step(master, event, parameters);
        }
        if (state instanceof Fault fault) {
            return fault(fault, event, parameters);
        }
        return event instanceof RouterEvent.Started started ? start(started, parameters) : Transition.stay(state);
    }

    /** RFC 3768 6.4.1: the owner is master at once, the others wait a down interval. */
    private static Transition start(RouterEvent.Started event, RouterParameters parameters) {
        if (!event.causes().isEmpty()) {
            return Transition.to(new Fault(event.causes()), new Enter(StateName.FAULT, faultReason(event.causes())));
        }
        if (!parameters.owner()) {
            TransitionReason reason = new TransitionReason(Kind.STARTED, "started");
            return Transition.to(freshBackup(event.from(), parameters), new Enter(StateName.BACKUP, reason));
        }
        if (event.from() > event.at()) {
            return Transition.stay(new Backup(event.from(), parameters.interval(), RouterState.NEVER, false));
        }
        if (parameters.grouped()) {
            return Transition.stay(new Backup(event.at(), parameters.interval(), RouterState.NEVER, true));
        }
        return MasterRules.enter(
                event.at(), parameters, new TransitionReason(Kind.OWNER, "started as owner of the addresses"));
    }

    private static Transition fault(Fault state, RouterEvent event, RouterParameters parameters) {
        if (event instanceof RouterEvent.Faulted faulted) {
            return Transition.stay(new Fault(with(state.causes(), faulted.cause())));
        }
        if (event instanceof RouterEvent.Cleared cleared) {
            Set<FaultCause> rest = new HashSet<>(state.causes());
            rest.remove(cleared.cause());
            return rest.isEmpty() ? recover(cleared, parameters) : Transition.stay(new Fault(rest));
        }
        return event instanceof RouterEvent.Stopped ? stop() : Transition.stay(state);
    }

    /** Back with a full down timer; the owner waits one advert and the skew, as keepalived does. */
    private static Transition recover(RouterEvent.Cleared event, RouterParameters parameters) {
        long interval = parameters.interval();
        Backup backup = parameters.owner()
                ? new Backup(event.from() + interval + parameters.skew(interval), interval, RouterState.NEVER, false)
                : freshBackup(event.from(), parameters);
        TransitionReason reason = new TransitionReason(
                Kind.RECOVERED, "no longer: " + event.cause().text());
        return Transition.to(backup, new Enter(StateName.BACKUP, reason));
    }

    static Backup freshBackup(long at, RouterParameters parameters) {
        long interval = parameters.interval();
        return new Backup(at + parameters.masterDown(interval), interval, RouterState.NEVER, false);
    }

    static Transition stop(RouterAction... before) {
        Enter enter = new Enter(StateName.INIT, new TransitionReason(Kind.STOPPED, "stopped"));
        List<RouterAction> actions = new ArrayList<>(Arrays.asList(before));
        actions.add(enter);
        return new Transition(new Init(), actions);
    }

    static Set<FaultCause> with(Set<FaultCause> causes, FaultCause cause) {
        Set<FaultCause> all = new HashSet<>(causes);
        all.add(cause);
        return all;
    }

    static TransitionReason faultReason(Set<FaultCause> causes) {
        String text =
                String.join("; ", causes.stream().map(FaultCause::text).sorted().toList());
        return new TransitionReason(Kind.FAULT, text);
    }
}

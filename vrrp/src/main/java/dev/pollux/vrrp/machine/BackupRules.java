package dev.pollux.vrrp.machine;

import dev.pollux.vrrp.machine.RouterAction.Enter;
import dev.pollux.vrrp.machine.RouterAction.Note;
import dev.pollux.vrrp.machine.RouterState.Backup;
import dev.pollux.vrrp.machine.RouterState.Fault;
import dev.pollux.vrrp.machine.TransitionReason.Kind;
import java.util.Set;

/** What a backup does (RFC 3768 6.4.2, RFC 9568 6.4.2). */
final class BackupRules {

    private BackupRules() {}

    static Transition step(Backup state, RouterEvent event, RouterParameters parameters) {
        if (event instanceof RouterEvent.AdvertReceived advert) {
            return hear(state, advert, parameters);
        }
        if (event instanceof RouterEvent.TimerExpired expired) {
            return expire(state, expired.at(), parameters);
        }
        if (event instanceof RouterEvent.GroupToMaster order) {
            String text = "every member of sync group " + order.group() + " can be master";
            return MasterRules.enter(order.at(), parameters, new TransitionReason(Kind.GROUP, text));
        }
        if (event instanceof RouterEvent.GroupToBackup order && state.wantsMaster()) {
            return Transition.stay(VirtualRouterMachine.freshBackup(order.at(), parameters));
        }
        if (event instanceof RouterEvent.ParametersChanged changed) {
            return Transition.stay(adapt(state, changed.previous(), parameters));
        }
        if (event instanceof RouterEvent.Faulted faulted) {
            Set<FaultCause> causes = Set.of(faulted.cause());
            return Transition.to(
                    new Fault(causes), new Enter(StateName.FAULT, VirtualRouterMachine.faultReason(causes)));
        }
        return event instanceof RouterEvent.Stopped ? VirtualRouterMachine.stop() : Transition.stay(state);
    }

    private static Transition hear(Backup state, RouterEvent.AdvertReceived advert, RouterParameters parameters) {
        if (advert.priority() == 0) {
            long deadline = advert.receivedAt() + parameters.skew(state.masterInterval());
            return Transition.to(
                    new Backup(deadline, state.masterInterval(), state.preemptAt(), state.wantsMaster()),
                    new Note(RouterNotice.backupHeardZero()));
        }
        boolean lower = advert.priority() < parameters.priority();
        long preemptAt = lower ? preemptAt(state, advert, parameters) : RouterState.NEVER;
        boolean leftAlone = preemptAt != RouterState.NEVER && advert.receivedAt() < preemptAt;
        if (lower && parameters.preempt() && !leftAlone) {
            return Transition.to(
                    new Backup(state.deadline(), state.masterInterval(), preemptAt, state.wantsMaster()),
                    new Note(RouterNotice.lowerPriorityDiscarded(advert)));
        }
        long interval = parameters.version() == 2 ? parameters.interval() : advert.interval();
        return Transition.stay(
                new Backup(advert.receivedAt() + parameters.masterDown(interval), interval, preemptAt, false));
    }

    /** The first lower-priority advert starts the delay; one of our priority or more ends it. */
    private static long preemptAt(Backup state, RouterEvent.AdvertReceived advert, RouterParameters parameters) {
        boolean starts = parameters.preemptDelay() > 0 && state.preemptAt() == RouterState.NEVER;
        return starts ? advert.receivedAt() + parameters.preemptDelay() : state.preemptAt();
    }

    private static Transition expire(Backup state, long at, RouterParameters parameters) {
        if (at < state.deadline()) {
            return Transition.stay(state);
        }
        Note note = new Note(RouterNotice.masterDown());
        if (!parameters.grouped()) {
            TransitionReason reason = new TransitionReason(Kind.MASTER_DOWN, "no advert within the down interval");
            return MasterRules.enter(at, parameters, reason, note);
        }
        // The group decides at once or later; until then the timer runs on, so that a lost wish is repeated.
        long again = at + parameters.masterDown(state.masterInterval());
        Backup waiting = new Backup(again, state.masterInterval(), state.preemptAt(), true);
        return state.wantsMaster() ? Transition.stay(waiting) : Transition.to(waiting, note);
    }

    /** A running timer is shifted by what the down interval became longer or shorter. */
    private static Backup adapt(Backup state, RouterParameters previous, RouterParameters parameters) {
        boolean own = parameters.version() == 2 || state.masterInterval() == previous.interval();
        long interval = own ? parameters.interval() : state.masterInterval();
        long shift = parameters.masterDown(interval) - previous.masterDown(state.masterInterval());
        return new Backup(state.deadline() + shift, interval, state.preemptAt(), state.wantsMaster());
    }
}

package dev.pollux.vrrp.machine;

import dev.pollux.vrrp.machine.RouterAction.AnnounceAgain;
import dev.pollux.vrrp.machine.RouterAction.Enter;
import dev.pollux.vrrp.machine.RouterAction.HoldAddresses;
import dev.pollux.vrrp.machine.RouterAction.Note;
import dev.pollux.vrrp.machine.RouterAction.ReleaseAddresses;
import dev.pollux.vrrp.machine.RouterAction.SendAdvert;
import dev.pollux.vrrp.machine.RouterState.Backup;
import dev.pollux.vrrp.machine.RouterState.Fault;
import dev.pollux.vrrp.machine.RouterState.Master;
import dev.pollux.vrrp.machine.TransitionReason.Kind;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a master does (RFC 3768 6.4.3, RFC 9568 6.4.3). */
final class MasterRules {

    private static final long NANOS_PER_MILLISECOND = 1_000_000;
    private static final SendAdvert LEAVE = new SendAdvert(0);
    private static final Note LEFT = new Note(RouterNotice.leaving());
    private static final ReleaseAddresses RELEASE = new ReleaseAddresses();

    private MasterRules() {}

    /** The way into MASTER: the advert goes out before anything else. */
    static Transition enter(long at, RouterParameters parameters, TransitionReason reason, RouterAction... before) {
        List<RouterAction> actions = new ArrayList<>(Arrays.asList(before));
        actions.add(new SendAdvert(parameters.priority()));
        actions.add(new Enter(StateName.MASTER, reason));
        actions.add(new HoldAddresses());
        return new Transition(new Master(at + parameters.interval(), at), actions);
    }

    static Transition step(Master state, RouterEvent event, RouterParameters parameters) {
        boolean acts = event instanceof RouterEvent.TimerExpired || event instanceof RouterEvent.AdvertReceived;
        if (acts && parameters.givenUp(event.at() - state.lastSent())) {
            return giveUp(event.at(), event.at() - state.lastSent(), parameters);
        }
        if (event instanceof RouterEvent.TimerExpired expired) {
            return advertise(state, expired.at(), parameters);
        }
        if (event instanceof RouterEvent.AdvertReceived advert) {
            return hear(state, advert, parameters);
        }
        if (event instanceof RouterEvent.ParametersChanged changed) {
            long soonest = changed.at() + parameters.interval();
            return Transition.stay(new Master(Math.min(state.deadline(), soonest), state.lastSent()));
        }
        if (event instanceof RouterEvent.GroupToBackup order) {
            TransitionReason reason =
                    new TransitionReason(Kind.GROUP, "a member of sync group " + order.group() + " became backup");
            return Transition.to(
                    VirtualRouterMachine.freshBackup(order.at(), parameters),
                    new Enter(StateName.BACKUP, reason),
                    RELEASE);
        }
        return leave(state, event, parameters);
    }

    /** The ways out that tell the others, so that they need not wait for their down timers. */
    private static Transition leave(Master state, RouterEvent event, RouterParameters parameters) {
        if (event instanceof RouterEvent.Faulted faulted) {
            Set<FaultCause> causes = Set.of(faulted.cause());
            Enter enter = new Enter(StateName.FAULT, VirtualRouterMachine.faultReason(causes));
            return Transition.to(new Fault(causes), LEAVE, enter, LEFT, RELEASE);
        }
        if (event instanceof RouterEvent.EntryLost lost) {
            long interval = parameters.interval();
            return Transition.to(
                    new Backup(lost.at() + parameters.skew(interval), interval, RouterState.NEVER, false),
                    LEAVE,
                    new Enter(StateName.BACKUP, lost.reason()),
                    LEFT,
                    RELEASE);
        }
        return event instanceof RouterEvent.Stopped
                ? VirtualRouterMachine.stop(LEAVE, LEFT, RELEASE)
                : Transition.stay(state);
    }

    /** {@code timer_expired_backup}: somebody else is master by now, and the addresses are to stay there. */
    private static Transition giveUp(long at, long silence, RouterParameters parameters) {
        String text = "did not run for " + silence / NANOS_PER_MILLISECOND + " ms, a backup has taken over";
        return Transition.to(
                VirtualRouterMachine.freshBackup(at, parameters),
                new Note(RouterNotice.expired(text)),
                new Enter(StateName.BACKUP, new TransitionReason(Kind.EXPIRED, text)),
                RELEASE);
    }

    /** The schedule is absolute: the next advert counts from when this one was due; what was missed is not made up. */
    private static Transition advertise(Master state, long at, RouterParameters parameters) {
        if (at < state.deadline()) {
            return Transition.stay(state);
        }
        long missed = (at - state.deadline()) / parameters.interval();
        Master next = new Master(state.deadline() + (missed + 1) * parameters.interval(), at);
        SendAdvert send = new SendAdvert(parameters.priority());
        return missed == 0
                ? Transition.to(next, send)
                : Transition.to(next, send, new Note(RouterNotice.advertsMissed(missed)));
    }

    private static Transition hear(Master state, RouterEvent.AdvertReceived advert, RouterParameters parameters) {
        if (advert.priority() == 0) {
            return answer(state, advert, parameters, new Note(RouterNotice.masterHeardZero()));
        }
        int difference = advert.priority() != parameters.priority()
                ? Integer.compare(advert.priority(), parameters.priority())
                : compare(advert.sender(), parameters.source());
        if (difference == 0) {
            return Transition.to(state, new Note(RouterNotice.sameSender(advert)));
        }
        return difference > 0 ? giveWay(advert, parameters) : stand(state, advert, parameters);
    }

    private static Transition giveWay(RouterEvent.AdvertReceived advert, RouterParameters parameters) {
        long interval = parameters.version() == 2 ? parameters.interval() : advert.interval();
        long deadline = advert.receivedAt() + parameters.masterDown(interval);
        String text = "advert of " + advert.sender().getHostAddress() + " with priority " + advert.priority()
                + ", ours " + parameters.priority();
        List<RouterAction> actions = new ArrayList<>();
        if (parameters.higherPrioritySendAdvert()) {
            actions.add(new SendAdvert(parameters.priority()));
        }
        RouterNotice notice = parameters.owner()
                ? RouterNotice.twoOwners(advert)
                : RouterNotice.yields(advert, parameters.priority());
        actions.add(new Note(notice));
        actions.add(new Enter(StateName.BACKUP, new TransitionReason(Kind.HIGHER_PRIORITY, text)));
        actions.add(RELEASE);
        return new Transition(new Backup(deadline, interval, RouterState.NEVER, false), actions);
    }

    /** Version 3 answers a loser at once since RFC 9568; keepalived does in both versions, unless told not to. */
    private static Transition stand(Master state, RouterEvent.AdvertReceived advert, RouterParameters parameters) {
        RouterNotice notice = parameters.owner() && advert.priority() == parameters.priority()
                ? RouterNotice.twoOwners(advert)
                : RouterNotice.newElection(advert, parameters.priority());
        return parameters.lowerPriorityNoAdvert()
                ? Transition.to(state, new Note(notice), new AnnounceAgain())
                : answer(state, advert, parameters, new Note(notice), new AnnounceAgain());
    }

    /** An advert that arrived before our last one went out has been answered by it: no burst after a pause. */
    private static Transition answer(
            Master state, RouterEvent.AdvertReceived advert, RouterParameters parameters, RouterAction... actions) {
        if (advert.receivedAt() < state.lastSent()) {
            return Transition.to(state, actions[0]);
        }
        List<RouterAction> all = new ArrayList<>(Arrays.asList(actions));
        all.add(1, new SendAdvert(parameters.priority()));
        return new Transition(new Master(advert.at() + parameters.interval(), advert.at()), all);
    }

    private static int compare(InetAddress left, InetAddress right) {
        return Arrays.compareUnsigned(left.getAddress(), right.getAddress());
    }
}

package dev.pollux.vrrp;

import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.vrrp.machine.EffectivePriority;
import dev.pollux.vrrp.machine.FaultCause;
import dev.pollux.vrrp.machine.RouterAction;
import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.machine.RouterParameters;
import dev.pollux.vrrp.machine.RouterState;
import dev.pollux.vrrp.machine.Routine;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.Transition;
import dev.pollux.vrrp.machine.VirtualRouterMachine;
import dev.pollux.vrrp.packet.AdvertSeal;
import dev.pollux.vrrp.packet.IpPacket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One virtual router: its state, and the execution of what the state machine decides. Owned by the {@code vrrp} loop.
 */
final class VirtualRouter {

    private final RouterServices services;
    private final RouterCounters counters = new RouterCounters();
    private final RepeatFilter repeats = new RepeatFilter();
    private final RouterLog log;
    private final AddressHolding holding;
    private final AdvertSender sender;
    private final AdvertReceiver receiver;
    private final DeadlineTimer timer;
    private final SplitBrainWatch splitBrain;
    private AdvertSeal seal;
    private RouterConfiguration configuration;
    private RouterCondition condition;
    private RouterParameters parameters;
    private final Routine routine = new Routine();
    private @Nullable SyncGroup syncGroup;
    private @Nullable AdvertSocket socket;
    private @Nullable VirtualRouterTransition lastTransition;
    private long timersFrom = Long.MIN_VALUE;
    private boolean changed = true;
    /** An owner that has given way to another owner. */
    private boolean steppedDown;

    VirtualRouter(RouterServices services, RouterConfiguration configuration, RouterCondition condition) {
        this.services = services;
        this.configuration = configuration;
        this.condition = condition;
        this.parameters = parameters();
        this.seal = Seals.of(configuration.instance(), services.environment().wallClock());
        this.sender = new AdvertSender(services, counters);
        this.log =
                new RouterLog(services.log(), repeats, configuration.instance().name());
        this.holding = new AddressHolding(services, counters, configuration);
        this.receiver = new AdvertReceiver(counters, log);
        this.splitBrain = new SplitBrainWatch(services, counters, log, this::announceEverywhere);
        this.timer = new DeadlineTimer(
                services.environment().vrrpLoop(),
                services.environment().clock(),
                this::expire,
                services.environment().lateness());
        prepare();
    }

    VirtualRouterKey key() {
        return instance().key();
    }

    String name() {
        return instance().name();
    }

    VrrpInstance instance() {
        return configuration.instance();
    }

    RouterConfiguration configuration() {
        return configuration;
    }

    RouterState state() {
        return routine.state();
    }

    AddressHolding holding() {
        return holding;
    }

    @Nullable
    SyncGroup syncGroup() {
        return syncGroup;
    }

    void setSyncGroup(@Nullable SyncGroup group) {
        syncGroup = group;
    }

    /**
     * Begins, in FAULT if something is wrong from the start or with another member of the group.
     *
     * @param from when timers begin to run, in nanoseconds
     */
    void start(boolean groupFaulty, long from) {
        timersFrom = from;
        Set<FaultCause> causes = new HashSet<>(condition.causes());
        if (groupFaulty) {
            causes.add(new FaultCause.SyncGroup(configuration.syncGroup()));
        }
        services.dispatcher()
                .tell(this, new RouterEvent.Started(services.now(), causes, Math.max(from, services.now())));
    }

    /** Whether to wait a little longer before the start. */
    boolean settling() {
        return condition.settling();
    }

    boolean faulty() {
        return !condition.causes().isEmpty();
    }

    /** A reload changed the instance; state and timers stay. */
    void reconfigure(RouterConfiguration next, RouterCondition nextCondition) {
        if (!Seals.same(instance(), next.instance())) {
            seal = Seals.of(next.instance(), services.environment().wallClock());
        }
        configuration = next;
        log.rename(next.instance().name());
        observe(nextCondition, socket);
        prepare();
        holding.reconfigure(next);
    }

    /** Interfaces changed, or the socket. New causes for FAULT come before old ones go, so that nothing flaps between. */
    void observe(RouterCondition next, @Nullable AdvertSocket nextSocket) {
        RouterCondition before = condition;
        RouterParameters previous = parameters;
        condition = next;
        socket = nextSocket;
        parameters = parameters();
        long now = services.now();
        if (!parameters.equals(previous)) {
            prepare();
            changed = true;
            tellPriority(previous.priority());
            services.dispatcher().tell(this, new RouterEvent.ParametersChanged(now, previous));
        }
        next.causes().stream().filter(cause -> !before.causes().contains(cause)).forEach(cause -> services.dispatcher()
                .tell(this, new RouterEvent.Faulted(now, cause)));
        before.causes().stream().filter(cause -> !next.causes().contains(cause)).forEach(cause -> services.dispatcher()
                .tell(this, new RouterEvent.Cleared(now, cause, Math.max(now, timersFrom))));
    }

    /** A packet for this VRID came in on its interface. */
    void receive(@Nullable IpPacket packet, long receivedAt) {
        StateName name = routine.name();
        if (name != StateName.BACKUP && name != StateName.MASTER) {
            return;
        }
        changed = true;
        long now = services.now();
        if (receiver.knows(packet) && routine.hearsAgain(Math.min(receivedAt, now))) {
            receiver.heardAgain();
            arm();
        } else {
            judge(packet, receivedAt, now);
        }
    }

    private void judge(@Nullable IpPacket packet, long receivedAt, long now) {
        boolean oldChecksum = receiver.oldChecksum();
        RouterEvent event = receiver.judge(packet, receivedAt, now);
        if (receiver.oldChecksum() != oldChecksum) {
            log.packet("Setting old_unicast_checksum: a peer sums adverts as keepalived did up to 1.3.6");
            prepare();
        }
        if (event != null) {
            services.dispatcher().tell(this, event);
        }
    }

    /** One step of the state machine; only the dispatcher calls it. */
    void step(RouterEvent event) {
        RouterState before = routine.state();
        Transition transition = VirtualRouterMachine.step(before, event, parameters);
        routine.moved(event, transition);
        transition.actions().forEach(action -> apply(action, event));
        arm();
        if (before instanceof RouterState.Master) {
            watch(event);
        } else if (steppedDown && routine.name() == StateName.MASTER) {
            own(true);
        }
    }

    /** Whether a master is the only one. */
    private void watch(RouterEvent event) {
        if (routine.name() != StateName.MASTER) {
            splitBrain.yielded();
        } else if (event instanceof RouterEvent.AdvertReceived advert && lastTransition != null) {
            splitBrain.heard(advert, lastTransition.atNanos(), parameters);
            if (splitBrain.outlastsOwner(parameters)) {
                log.splitBrain("another owner does not give way, so this one does");
                own(false);
            }
        }
    }

    /** Of two owners one has to be something less, until the other is gone. */
    private void own(boolean owner) {
        steppedDown = !owner;
        observe(condition, socket);
    }

    /** The first half of stopping: tells the neighbours. What this gives is the second half. */
    Runnable stop() {
        RouterEvent event = new RouterEvent.Stopped(services.now());
        Transition transition = VirtualRouterMachine.step(routine.state(), event, parameters);
        List<RouterAction> rest = transition.actions().stream()
                .filter(action -> !(action instanceof RouterAction.SendAdvert))
                .toList();
        transition.actions().stream()
                .filter(RouterAction.SendAdvert.class::isInstance)
                .forEach(action -> apply(action, event));
        return () -> {
            routine.moved(event, transition);
            rest.forEach(action -> apply(action, event));
            timer.cancel();
            splitBrain.yielded();
            splitBrain.close();
            holding.close();
        };
    }

    private void apply(RouterAction action, RouterEvent event) {
        changed = true;
        if (action instanceof RouterAction.SendAdvert send) {
            sender.send(socket, send.priority());
        } else if (action instanceof RouterAction.Enter enter) {
            enter(enter, event);
        } else if (action instanceof RouterAction.HoldAddresses) {
            counters.becameMaster++;
            holding.hold();
        } else if (action instanceof RouterAction.ReleaseAddresses) {
            counters.releasedMaster++;
            holding.release();
        } else if (action instanceof RouterAction.AnnounceAgain) {
            lowerPriorityHeard();
        } else if (action instanceof RouterAction.Note note) {
            counters.advertsSkipped += note.notice().skippedAdverts();
            log.note(note.notice());
        }
    }

    private void enter(RouterAction.Enter enter, RouterEvent event) {
        StateName from = lastTransition == null ? StateName.INIT : lastTransition.to();
        VirtualRouterTransition transition = new VirtualRouterTransition(
                name(), key(), from, enter.state(), parameters.priority(), enter.reason(), event.at());
        lastTransition = transition;
        repeats.forget();
        receiver.forget();
        if (enter.state() != StateName.MASTER) {
            sender.rest();
        }
        log.entered(transition);
        services.environment().listener().stateChanged(transition);
        services.onChange().run();
    }

    private void lowerPriorityHeard() {
        services.environment().listener().lowerPriorityHeard(key());
        announceEverywhere();
    }

    /** The neighbours' caches may point to the other router, on every side of a sync group. */
    private void announceEverywhere() {
        if (syncGroup == null) {
            holding.announceAgain();
        } else {
            syncGroup.members().forEach(member -> member.holding.announceAgain());
        }
    }

    /** A timer that fires late proves nothing: what the kernel has received by now is heard first. */
    private void expire() {
        if (socket != null) {
            socket.drain();
        }
        long now = services.now();
        if (routine.advertises(now, parameters)) {
            changed = true;
            sender.send(socket, parameters.priority());
            arm();
        } else {
            services.dispatcher().tell(this, new RouterEvent.TimerExpired(now));
        }
    }

    private void arm() {
        if (routine.deadline() == RouterState.NEVER) {
            timer.disarm();
        } else {
            timer.arm(routine.deadline());
        }
    }

    private void tellPriority(int before) {
        if (before != parameters.priority()) {
            log.priority(before, parameters.priority());
            services.environment().listener().priorityChanged(key(), before, parameters.priority());
        }
    }

    private RouterParameters parameters() {
        int priority = steppedDown ? EffectivePriority.of(condition.priority() - 1, 0) : condition.priority();
        return configuration.parameters(priority, condition.sourceOrAny(configuration.family()));
    }

    private void prepare() {
        changed = true;
        sender.prepare(
                configuration,
                condition.source().map(source -> configuration.form(source, seal, receiver.oldChecksum())));
        receiver.expect(configuration.expectations(condition.sourceOrAny(configuration.family()), seal));
    }

    /** Whether a snapshot taken before this call is out of date. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    VirtualRouterStatus status() {
        List<InetAddress> addresses = configuration.addresses().stream()
                .map(address -> address.address())
                .toList();
        return new VirtualRouterStatus(
                name(),
                key(),
                routine.name(),
                instance().priority(),
                parameters.priority(),
                addresses,
                holding.held(),
                holding.lacking(),
                condition.source(),
                receiver.master(),
                routine.name() == StateName.BACKUP ? receiver.masterPriority() : 0,
                Duration.ofNanos(
                        routine.state() instanceof RouterState.Backup backup
                                ? backup.masterInterval()
                                : parameters.interval()),
                splitBrain.rival(),
                sender.trouble(),
                configuration.grouped() ? Optional.of(configuration.syncGroup()) : Optional.empty(),
                Optional.ofNullable(lastTransition),
                counters.counts());
    }
}

package dev.pollux.vrrp.bfd;

import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.vrrp.bfd.machine.Session;
import dev.pollux.vrrp.bfd.machine.SessionAction;
import dev.pollux.vrrp.bfd.machine.SessionEvent;
import dev.pollux.vrrp.bfd.machine.SessionMachine;
import dev.pollux.vrrp.bfd.machine.SessionParameters;
import dev.pollux.vrrp.bfd.machine.SessionTransition;
import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.SessionState;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session at work: tells the rules what happens, and does what they say. Owned by the {@code bfd} loop. */
final class BfdSession {

    private static final Logger log = LoggerFactory.getLogger("dev.pollux.vrrp.bfd");
    private static final int NANOS_PER_MICRO = 1000;

    private final BfdEnvironment environment;
    private final Hooks hooks;
    private final BfdSender sender;
    private final DeadlineTimer timer;
    private BfdInstance instance;
    private SessionParameters parameters;
    private Session session;
    private long received;
    private long ups;
    private long downs;

    BfdSession(BfdInstance instance, int discriminator, BfdEnvironment environment, Hooks hooks) {
        this.instance = instance;
        this.environment = environment;
        this.hooks = hooks;
        this.parameters = parameters(instance, discriminator);
        this.session = Session.initial(parameters);
        this.sender = new BfdSender(instance, log);
        this.timer = new DeadlineTimer(environment.loop(), environment.clock(), this::whenDue, environment.lateness());
    }

    /**
     * What a session asks of its engine.
     *
     * @param drain reads the sockets empty: a timer that fires late proves nothing
     * @param onTurn is run when it has come up, and when it no longer is
     * @param onChange is run after every change of state
     */
    record Hooks(Runnable drain, Runnable onTurn, Runnable onChange) {}

    BfdInstance instance() {
        return instance;
    }

    int discriminator() {
        return parameters.discriminator();
    }

    boolean up() {
        return session.up();
    }

    void start() {
        tell(new SessionEvent.Started(now()));
    }

    /** The same session under a new configuration. */
    void reconfigure(BfdInstance next) {
        SessionParameters previous = parameters;
        instance = next;
        parameters = parameters(next, previous.discriminator());
        tell(new SessionEvent.ParametersChanged(now(), previous));
    }

    void received(ControlPacket packet, long receivedAt) {
        received++;
        tell(new SessionEvent.PacketReceived(now(), receivedAt, packet));
    }

    /** Tells the neighbour, and ends. */
    void stop() {
        tell(new SessionEvent.Stopped(now()));
        timer.cancel();
        sender.close();
    }

    BfdSessionStatus status() {
        long interval = session.sendInterval(parameters);
        return new BfdSessionStatus(
                instance,
                session,
                parameters.discriminator(),
                interval == Session.NEVER ? 0 : interval,
                session.detectionTime(),
                new BfdSessionStatus.Counts(sender.sent(), sender.failed(), received, ups, downs));
    }

    /** Why it is as it is, for people, without a full stop. */
    String reason() {
        SessionState state = session.state();
        return "BFD session " + instance.name() + " is " + state.text()
                + (state == SessionState.UP || session.diagnostic().code() == 0
                        ? ""
                        : " (" + session.diagnostic().text() + ")");
    }

    private void whenDue() {
        hooks.drain().run();
        tell(new SessionEvent.TimerExpired(now()));
    }

    private void tell(SessionEvent event) {
        assert environment.loop().inEventLoop();
        SessionTransition transition = SessionMachine.step(
                session, event, parameters, ThreadLocalRandom.current().nextDouble());
        session = transition.session();
        transition.actions().forEach(this::act);
        long deadline = session.deadline();
        if (deadline == Session.NEVER) {
            timer.disarm();
        } else {
            timer.arm(deadline);
        }
    }

    private void act(SessionAction action) {
        if (action instanceof SessionAction.Send send) {
            sender.send(send.packet());
        } else if (action instanceof SessionAction.Enter enter) {
            entered(enter);
        }
    }

    private void entered(SessionAction.Enter enter) {
        if (enter.to() == SessionState.ADMIN_DOWN) {
            // Wanted by whoever removes the session, and no news to those who would ask for it.
            log.info("({}) Entering {} state", instance.name(), enter.to().text());
            return;
        }
        if (enter.from() == SessionState.UP) {
            downs++;
            log.warn(
                    "({}) Entering {} state (Local diagnostic - {}, remote diagnostic - {})",
                    instance.name(),
                    enter.to().text(),
                    session.diagnostic().text(),
                    session.remote().diagnostic().text());
        } else {
            ups += up() ? 1 : 0;
            log.info("({}) Entering {} state", instance.name(), enter.to().text());
        }
        if (up() || enter.from() == SessionState.UP) {
            hooks.onTurn().run();
        }
        hooks.onChange().run();
    }

    private long now() {
        return environment.clock().nanoTime();
    }

    private static SessionParameters parameters(BfdInstance instance, int discriminator) {
        BfdInstance.Timing timing = instance.timing();
        return new SessionParameters(
                discriminator,
                timing.multiplier(),
                micros(timing.minTx()),
                micros(timing.minRx()),
                micros(timing.idleTx()),
                instance.passive());
    }

    private static long micros(Duration time) {
        return time.toNanos() / NANOS_PER_MICRO;
    }
}

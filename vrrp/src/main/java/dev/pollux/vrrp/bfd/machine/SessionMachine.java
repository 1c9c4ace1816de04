package dev.pollux.vrrp.bfd.machine;

import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.Diagnostic;
import dev.pollux.vrrp.bfd.packet.SessionState;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one session in asynchronous mode (RFC 5880 6.1 to 6.8), as one step: it is made for an event and forgotten.
 *
 * <p>A change of our intervals is confirmed by a poll sequence only while Up: before, the other side does not act on them.
 */
public final class SessionMachine {

    private final SessionParameters parameters;
    private final Jitter jitter;
    private final long at;
    private final List<SessionAction> actions = new ArrayList<>();
    private Session session;

    private SessionMachine(Session session, SessionParameters parameters, Jitter jitter, long at) {
        this.session = session;
        this.parameters = parameters;
        this.jitter = jitter;
        this.at = at;
    }

    /**
     * One event. Pure: the same arguments give the same transition.
     *
     * @param chance at least 0, less than 1: how far our next packet is brought forward (RFC 5880 6.8.7)
     */
    public static SessionTransition step(
            Session session, SessionEvent event, SessionParameters parameters, double chance) {
        Jitter jitter = new Jitter(parameters.multiplier(), chance);
        return new SessionMachine(session, parameters, jitter, event.at()).take(event);
    }

    private SessionTransition take(SessionEvent event) {
        if (event instanceof SessionEvent.PacketReceived received) {
            receive(received);
        } else if (event instanceof SessionEvent.TimerExpired) {
            expire();
        } else if (event instanceof SessionEvent.ParametersChanged changed) {
            reconfigure(changed.previous());
        } else if (event instanceof SessionEvent.Started) {
            pace(session.pace().due(at, sends() ? at : Session.NEVER));
        } else {
            stop();
        }
        return new SessionTransition(session, actions);
    }

    /** RFC 5880 6.8.6, from where the session is known. */
    private void receive(SessionEvent.PacketReceived event) {
        if (session.state() == SessionState.ADMIN_DOWN) {
            return;
        }
        long interval = session.sendInterval(parameters);
        ControlPacket packet = event.packet();
        session = new Session(
                session.state(), session.diagnostic(), Remote.of(packet), session.pace(), session.detectAt());
        if (packet.flags().last() && session.pace().poll()) {
            pace(session.pace().at(false, parameters.desiredMinTx(session.state()), parameters.minRx()));
        }
        boolean changed = react(packet.state());
        detectAt(event.receivedAt() + Session.nanos(session.detectionTime()));
        if (packet.flags().poll()) {
            actions.add(new SessionAction.Send(packet(ControlPacket.Flags.FINAL)));
        }
        if (changed && !packet.flags().poll()) {
            sendNow();
        } else if (interval != session.sendInterval(parameters)) {
            reschedule();
        }
    }

    /** The state table of RFC 5880 6.2. */
    private boolean react(SessionState remote) {
        SessionState before = session.state();
        if (remote == SessionState.ADMIN_DOWN || (remote == SessionState.DOWN && before == SessionState.UP)) {
            if (before != SessionState.DOWN) {
                enter(SessionState.DOWN, Diagnostic.NEIGHBOR_SIGNALED_DOWN);
            }
        } else if (before == SessionState.DOWN && remote == SessionState.DOWN) {
            enter(SessionState.INIT, session.diagnostic());
        } else if ((before == SessionState.DOWN && remote == SessionState.INIT)
                || (before == SessionState.INIT && remote != SessionState.DOWN)) {
            enter(SessionState.UP, session.diagnostic());
        }
        return session.state() != before;
    }

    private void expire() {
        if (session.detectAt() != Session.NEVER && at - session.detectAt() >= 0) {
            lose();
        }
        long due = session.pace().sendAt();
        if (due != Session.NEVER && at - due >= 0) {
            send();
            long interval = session.sendInterval(parameters);
            // On time by the clock, not by when the timer fired; what was missed is not made up.
            long base = at - due < Session.nanos(interval) ? due : at;
            pace(session.pace().due(base, jitter.next(base, at, interval)));
        }
    }

    /** RFC 5880 6.8.4: nothing was heard for the detection time. */
    private void lose() {
        SessionState before = session.state();
        session = new Session(before, session.diagnostic(), Remote.UNKNOWN, session.pace(), Session.NEVER);
        if (before == SessionState.INIT || before == SessionState.UP) {
            enter(SessionState.DOWN, Diagnostic.DETECTION_TIME_EXPIRED);
            sendNow();
        } else {
            reschedule();
        }
    }

    private void reconfigure(SessionParameters previous) {
        retime(previous.desiredMinTx(session.state()), previous.minRx());
        if (previous.equals(parameters) || session.state() == SessionState.ADMIN_DOWN) {
            return;
        }
        sendNow();
    }

    /**
     * RFC 5880 6.8.16, by way of Down: keepalived does not tell its virtual routers of a session that was Up and is AdminDown,
     * and they would go on as if we were there.
     */
    private void stop() {
        SessionState before = session.state();
        if (before == SessionState.ADMIN_DOWN) {
            return;
        }
        boolean spoke = sends();
        actions.add(new SessionAction.Enter(before, SessionState.ADMIN_DOWN));
        if (before == SessionState.UP) {
            end(SessionState.DOWN);
            send();
        }
        end(SessionState.ADMIN_DOWN);
        if (spoke) {
            send();
        }
    }

    private void end(SessionState state) {
        session = new Session(
                state,
                Diagnostic.ADMINISTRATIVELY_DOWN,
                session.remote(),
                new Pace(false, session.pace().tx(), session.pace().rx(), at, Session.NEVER),
                Session.NEVER);
    }

    private void enter(SessionState state, Diagnostic diagnostic) {
        SessionState before = session.state();
        long said = parameters.desiredMinTx(before);
        session = new Session(state, diagnostic, session.remote(), session.pace(), session.detectAt());
        retime(said, parameters.minRx());
        actions.add(new SessionAction.Enter(before, state));
    }

    /** RFC 5880 6.8.3: while Up, what would hurt if the other side did not know of it yet waits for the end of the poll. */
    private void retime(long saidTx, long saidRx) {
        Pace pace = session.pace();
        long tx = parameters.desiredMinTx(session.state());
        long rx = parameters.minRx();
        pace(
                session.up()
                        ? pace.at(
                                pace.poll() || tx != saidTx || rx != saidRx,
                                Math.min(tx, pace.tx()),
                                Math.max(rx, pace.rx()))
                        : pace.at(false, tx, rx));
    }

    /** At once, so that a change is known before the next packet is due (RFC 5880 6.8.7). */
    private void sendNow() {
        if (sends()) {
            send();
            pace(session.pace().due(at, jitter.next(at, at, session.sendInterval(parameters))));
        } else {
            pace(session.pace().due(session.pace().sentAt(), Session.NEVER));
        }
    }

    /** The interval changed: the next packet is due as if the last had been followed by it (RFC 5880 6.8.7). */
    private void reschedule() {
        long sentAt = session.pace().sentAt();
        long next =
                sends() ? Math.max(at, jitter.next(sentAt, sentAt, session.sendInterval(parameters))) : Session.NEVER;
        pace(session.pace().due(sentAt, next));
    }

    private boolean sends() {
        return session.sendInterval(parameters) != Session.NEVER;
    }

    private void send() {
        actions.add(new SessionAction.Send(
                packet(session.pace().poll() ? ControlPacket.Flags.POLL : ControlPacket.Flags.NONE)));
    }

    private ControlPacket packet(ControlPacket.Flags flags) {
        return new ControlPacket(
                session.state(),
                session.diagnostic(),
                flags,
                parameters.multiplier(),
                parameters.discriminator(),
                session.remote().discriminator(),
                parameters.desiredMinTx(session.state()),
                parameters.minRx(),
                0);
    }

    private void pace(Pace pace) {
        session = new Session(session.state(), session.diagnostic(), session.remote(), pace, session.detectAt());
    }

    private void detectAt(long detectAt) {
        session = new Session(session.state(), session.diagnostic(), session.remote(), session.pace(), detectAt);
    }
}

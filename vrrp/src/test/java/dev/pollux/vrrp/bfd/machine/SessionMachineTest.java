package dev.pollux.vrrp.bfd.machine;

import static dev.pollux.vrrp.bfd.machine.Session.NEVER;
import static dev.pollux.vrrp.bfd.packet.SessionState.ADMIN_DOWN;
import static dev.pollux.vrrp.bfd.packet.SessionState.DOWN;
import static dev.pollux.vrrp.bfd.packet.SessionState.INIT;
import static dev.pollux.vrrp.bfd.packet.SessionState.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.vrrp.bfd.machine.SessionEvent.PacketReceived;
import dev.pollux.vrrp.bfd.machine.SessionEvent.ParametersChanged;
import dev.pollux.vrrp.bfd.machine.SessionEvent.Started;
import dev.pollux.vrrp.bfd.machine.SessionEvent.Stopped;
import dev.pollux.vrrp.bfd.machine.SessionEvent.TimerExpired;
import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.ControlPacket.Flags;
import dev.pollux.vrrp.bfd.packet.Diagnostic;
import dev.pollux.vrrp.bfd.packet.SessionState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers are sections of RFC 5880. */
class SessionMachineTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long NOW = 1_000_000 * MILLISECOND;
    private static final int MINE = 11;
    private static final int YOURS = 22;

    /** 100 ms both ways, five packets may be missing. */
    private static final SessionParameters ACTIVE = new SessionParameters(MINE, 5, 100_000, 100_000, 1_000_000, false);

    private static final SessionParameters PASSIVE = new SessionParameters(MINE, 5, 100_000, 100_000, 1_000_000, true);

    private static final Remote HEARD = new Remote(UP, Diagnostic.NONE, YOURS, false, 5, 100_000, 100_000);
    private static final Session FRESH = Session.initial(ACTIVE);
    private static final Session STEADY =
            session(UP, HEARD, new Pace(false, 100_000, 100_000, NOW, NOW + 100 * MILLISECOND));

    private static Session session(SessionState state, Remote remote, Pace pace) {
        return new Session(state, Diagnostic.NONE, remote, pace, NOW + 500 * MILLISECOND);
    }

    private static Session in(SessionState state) {
        return session(
                state,
                HEARD,
                new Pace(false, state == UP ? 100_000 : 1_000_000, 100_000, NOW, NOW + 900 * MILLISECOND));
    }

    private static ControlPacket packet(SessionState state, Flags flags) {
        return new ControlPacket(state, Diagnostic.NONE, flags, 5, YOURS, MINE, 100_000, 100_000, 0);
    }

    private static PacketReceived received(SessionState state, Flags flags) {
        return new PacketReceived(NOW, NOW, packet(state, flags));
    }

    private static SessionTransition step(Session session, SessionEvent event) {
        return SessionMachine.step(session, event, ACTIVE, 0);
    }

    private static List<ControlPacket> sent(SessionTransition transition) {
        return transition.actions().stream()
                .filter(SessionAction.Send.class::isInstance)
                .map(action -> ((SessionAction.Send) action).packet())
                .toList();
    }

    /** 6.2 and 6.8.6: state, what the other side says, state after, diagnostic after. */
    @ParameterizedTest(name = "{0} hears {1}: {2}")
    @CsvSource({
        "DOWN, ADMIN_DOWN, DOWN, 0",
        "DOWN, DOWN,       INIT, 0",
        "DOWN, INIT,       UP,   0",
        "DOWN, UP,         DOWN, 0",
        "INIT, ADMIN_DOWN, DOWN, 3",
        "INIT, DOWN,       INIT, 0",
        "INIT, INIT,       UP,   0",
        "INIT, UP,         UP,   0",
        "UP,   ADMIN_DOWN, DOWN, 3",
        "UP,   DOWN,       DOWN, 3",
        "UP,   INIT,       UP,   0",
        "UP,   UP,         UP,   0",
        "ADMIN_DOWN, DOWN, ADMIN_DOWN, 0",
        "ADMIN_DOWN, UP,   ADMIN_DOWN, 0"
    })
    void theStateTable(SessionState state, SessionState remote, SessionState expected, int diagnostic) {
        SessionTransition transition = step(in(state), received(remote, Flags.NONE));

        assertThat(transition.session().state()).isEqualTo(expected);
        assertThat(transition.session().diagnostic().code()).isEqualTo(diagnostic);
        if (state == expected) {
            assertThat(transition.actions()).isEmpty();
        } else {
            // 6.8.7: what is new is told at once
            assertThat(transition.actions()).first().isEqualTo(new SessionAction.Enter(state, expected));
            assertThat(sent(transition))
                    .singleElement()
                    .extracting(ControlPacket::state)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aSessionBeginsByCalling() {
        SessionTransition started = step(FRESH, new Started(NOW));
        SessionTransition first = step(started.session(), new TimerExpired(NOW));

        assertThat(started.session().deadline()).isEqualTo(NOW);
        assertThat(sent(first))
                .containsExactly(
                        new ControlPacket(DOWN, Diagnostic.NONE, Flags.NONE, 5, MINE, 0, 1_000_000, 100_000, 0));
        assertThat(first.session().deadline()).isEqualTo(NOW + 1000 * MILLISECOND);
    }

    /** 6.1, 6.8.7: the passive side waits to be called, and falls silent when nobody calls any more. */
    @Test
    void aPassiveSessionAnswersOnly() {
        SessionTransition started = SessionMachine.step(Session.initial(PASSIVE), new Started(NOW), PASSIVE, 0);
        assertThat(started.session().deadline()).isEqualTo(NEVER);

        SessionTransition called = SessionMachine.step(started.session(), received(DOWN, Flags.NONE), PASSIVE, 0);
        assertThat(sent(called))
                .singleElement()
                .extracting(ControlPacket::state)
                .isEqualTo(INIT);
        assertThat(called.session().deadline()).isEqualTo(NOW + 500 * MILLISECOND);

        SessionTransition lost =
                SessionMachine.step(called.session(), new TimerExpired(NOW + 500 * MILLISECOND), PASSIVE, 0);
        assertThat(lost.session().state()).isEqualTo(DOWN);
        assertThat(sent(lost)).isEmpty();
        assertThat(lost.session().deadline()).isEqualTo(NEVER);
    }

    /** 6.8.3: entering Up changes the interval, which a poll sequence confirms. */
    @Test
    void enteringUpIsFollowedByAPoll() {
        SessionTransition up = step(in(INIT), received(UP, Flags.NONE));
        assertThat(sent(up))
                .singleElement()
                .isEqualTo(new ControlPacket(UP, Diagnostic.NONE, Flags.POLL, 5, MINE, YOURS, 100_000, 100_000, 0));

        SessionTransition next =
                step(up.session(), new TimerExpired(up.session().deadline()));
        assertThat(sent(next)).singleElement().extracting(ControlPacket::flags).isEqualTo(Flags.POLL);

        SessionTransition confirmed = step(next.session(), received(UP, Flags.FINAL));
        SessionTransition after = step(confirmed.session(), new TimerExpired(NOW + 300 * MILLISECOND));
        assertThat(confirmed.session().pace().poll()).isFalse();
        assertThat(sent(after)).singleElement().extracting(ControlPacket::flags).isEqualTo(Flags.NONE);
    }

    /** 6.5, 6.8.7: a poll is answered at once; never with both bits, and without a change of our own times. */
    @Test
    void aPollIsAnsweredAtOnce() {
        SessionTransition answered = step(STEADY, received(UP, Flags.POLL));

        assertThat(sent(answered))
                .singleElement()
                .extracting(ControlPacket::flags)
                .isEqualTo(Flags.FINAL);
        assertThat(answered.session().pace()).isEqualTo(STEADY.pace());
    }

    /** 6.5: the answer goes out although we poll ourselves, which goes on. */
    @Test
    void whoPollsAnswersAPoll() {
        SessionTransition up = step(in(INIT), received(UP, Flags.POLL));

        assertThat(sent(up)).singleElement().extracting(ControlPacket::flags).isEqualTo(Flags.FINAL);
        assertThat(up.session().pace().poll()).isTrue();
        assertThat(sent(step(up.session(), new TimerExpired(up.session().deadline()))))
                .singleElement()
                .extracting(ControlPacket::flags)
                .isEqualTo(Flags.POLL);
    }

    /** 6.8.4: multiplier of the other side times the longer of its interval and what we can take. */
    @ParameterizedTest
    @CsvSource({"3, 50000, 300", "3, 200000, 600", "1, 100000, 100", "255, 1000000, 255000"})
    void theDetectionTime(int multiplier, long remoteTx, long milliseconds) {
        ControlPacket packet =
                new ControlPacket(UP, Diagnostic.NONE, Flags.NONE, multiplier, YOURS, MINE, remoteTx, 100_000, 0);
        long arrived = NOW - 7 * MILLISECOND;
        Session session = step(STEADY, new PacketReceived(NOW, arrived, packet)).session();

        assertThat(session.detectAt()).isEqualTo(arrived + milliseconds * MILLISECOND);
        assertThat(step(session, new TimerExpired(session.detectAt() - 1))
                        .session()
                        .state())
                .isEqualTo(UP);
        Session lost = step(session, new TimerExpired(session.detectAt())).session();
        assertThat(lost.state()).isEqualTo(DOWN);
        assertThat(lost.diagnostic()).isEqualTo(Diagnostic.DETECTION_TIME_EXPIRED);
    }

    /** 6.8.1: who is not heard for a detection time has no discriminator any more. */
    @Test
    void theNeighbourIsForgotten() {
        Session down = step(STEADY, received(DOWN, Flags.NONE)).session();
        assertThat(down.remote().discriminator()).isEqualTo(YOURS);

        SessionTransition forgotten = step(down, new TimerExpired(down.detectAt()));
        assertThat(forgotten.session().remote()).isEqualTo(Remote.UNKNOWN);
        assertThat(forgotten.session().diagnostic()).isEqualTo(Diagnostic.NEIGHBOR_SIGNALED_DOWN);
        assertThat(forgotten.session().detectAt()).isEqualTo(NEVER);
    }

    /** 6.8.3: not less than a second while not Up, whatever is configured. */
    @Test
    void aLostSessionCallsSlowly() {
        SessionTransition lost = step(STEADY, new TimerExpired(NOW + 500 * MILLISECOND));

        assertThat(sent(lost))
                .first()
                .isEqualTo(new ControlPacket(
                        DOWN, Diagnostic.DETECTION_TIME_EXPIRED, Flags.NONE, 5, MINE, 0, 1_000_000, 100_000, 0));
        assertThat(lost.session().pace().sendAt()).isEqualTo(NOW + 1500 * MILLISECOND);
    }

    /** 6.8.2: not more often than the other side can take; 0: not at all. */
    @Test
    void theOtherSideSetsTheInterval() {
        ControlPacket slow = new ControlPacket(UP, Diagnostic.NONE, Flags.NONE, 5, YOURS, MINE, 100_000, 400_000, 0);
        ControlPacket never = new ControlPacket(UP, Diagnostic.NONE, Flags.NONE, 5, YOURS, MINE, 100_000, 0, 0);

        assertThat(step(STEADY, new PacketReceived(NOW, NOW, slow))
                        .session()
                        .pace()
                        .sendAt())
                .isEqualTo(NOW + 400 * MILLISECOND);
        assertThat(step(STEADY, new PacketReceived(NOW, NOW, never))
                        .session()
                        .pace()
                        .sendAt())
                .isEqualTo(NEVER);
    }

    /** 6.6: a neighbour in demand mode gets packets when we poll, and else none. */
    @Test
    void demandModeSilencesUs() {
        PacketReceived demand = received(UP, new Flags(false, false, true));

        assertThat(step(STEADY, demand).session().pace().sendAt()).isEqualTo(NEVER);
        assertThat(step(in(INIT), demand).session().pace().sendAt()).isNotEqualTo(NEVER);
    }

    /** 6.8.7: a quarter at most; with a multiplier of one, at least a tenth. */
    @ParameterizedTest
    @CsvSource({"5, 0, 1000", "5, 0.5, 875", "5, 0.999999, 750", "1, 0, 900", "1, 0.999999, 750"})
    void jitterBringsPacketsForward(int multiplier, double chance, long milliseconds) {
        SessionParameters parameters = new SessionParameters(MINE, multiplier, 100_000, 100_000, 1_000_000, false);
        Session due = step(FRESH, new Started(NOW)).session();

        long next = SessionMachine.step(due, new TimerExpired(NOW), parameters, chance)
                .session()
                .deadline();
        assertThat((double) (next - NOW) / MILLISECOND).isCloseTo((double) milliseconds, within(0.01));
    }

    /** Packets keep to the clock, and come in no burst after a pause. */
    @Test
    void whatWasMissedIsNotMadeUp() {
        long due = NOW + 100 * MILLISECOND;

        assertThat(step(STEADY, new TimerExpired(due + MILLISECOND))
                        .session()
                        .pace()
                        .sendAt())
                .isEqualTo(due + 100 * MILLISECOND);
        Session patient = new Session(UP, Diagnostic.NONE, HEARD, STEADY.pace(), NEVER);
        SessionTransition late = step(patient, new TimerExpired(due + 1000 * MILLISECOND));
        assertThat(sent(late)).hasSize(1);
        assertThat(late.session().pace().sendAt()).isEqualTo(due + 1100 * MILLISECOND);
    }

    static Stream<List<Long>> newIntervals() {
        // tx, rx; in force until confirmed: tx, rx
        return Stream.of(
                List.of(50_000L, 100_000L, 50_000L, 100_000L),
                List.of(200_000L, 100_000L, 100_000L, 100_000L),
                List.of(100_000L, 50_000L, 100_000L, 100_000L),
                List.of(100_000L, 200_000L, 100_000L, 200_000L));
    }

    /** 6.8.3: a longer interval of ours, and a shorter one that we ask for, wait for the end of the poll sequence. */
    @ParameterizedTest
    @MethodSource("newIntervals")
    void aReloadIsNegotiated(List<Long> numbers) {
        SessionParameters next = new SessionParameters(MINE, 5, numbers.get(0), numbers.get(1), 1_000_000, false);
        SessionTransition changed = SessionMachine.step(STEADY, new ParametersChanged(NOW, ACTIVE), next, 0);

        assertThat(changed.session().state()).isEqualTo(UP);
        assertThat(sent(changed))
                .singleElement()
                .isEqualTo(new ControlPacket(
                        UP, Diagnostic.NONE, Flags.POLL, 5, MINE, YOURS, numbers.get(0), numbers.get(1), 0));
        assertThat(changed.session().pace().tx()).isEqualTo(numbers.get(2));
        assertThat(changed.session().pace().rx()).isEqualTo(numbers.get(3));

        Session confirmed = SessionMachine.step(changed.session(), received(UP, Flags.FINAL), next, 0)
                .session();
        assertThat(confirmed.pace().tx()).isEqualTo(numbers.get(0));
        assertThat(confirmed.pace().rx()).isEqualTo(numbers.get(1));
        assertThat(confirmed.pace().poll()).isFalse();
    }

    /** 6.8.16: the other side need not wait for the detection time. */
    @Test
    void stoppingIsSaid() {
        SessionTransition stopped = step(STEADY, new Stopped(NOW));

        assertThat(stopped.actions())
                .containsExactly(new SessionAction.Enter(UP, ADMIN_DOWN), leaving(DOWN), leaving(ADMIN_DOWN));
        assertThat(stopped.session().state()).isEqualTo(ADMIN_DOWN);
        assertThat(stopped.session().deadline()).isEqualTo(NEVER);
        assertThat(step(stopped.session(), new Stopped(NOW)).actions()).isEmpty();
        assertThat(step(in(INIT), new Stopped(NOW)).actions())
                .containsExactly(new SessionAction.Enter(INIT, ADMIN_DOWN), leaving(ADMIN_DOWN));
    }

    private static SessionAction leaving(SessionState state) {
        return new SessionAction.Send(new ControlPacket(
                state, Diagnostic.ADMINISTRATIVELY_DOWN, Flags.NONE, 5, MINE, YOURS, 1_000_000, 100_000, 0));
    }
}

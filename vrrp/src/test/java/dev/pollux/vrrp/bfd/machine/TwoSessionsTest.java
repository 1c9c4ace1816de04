package dev.pollux.vrrp.bfd.machine;

import static dev.pollux.vrrp.bfd.packet.SessionState.ADMIN_DOWN;
import static dev.pollux.vrrp.bfd.packet.SessionState.DOWN;
import static dev.pollux.vrrp.bfd.packet.SessionState.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.vrrp.bfd.packet.BfdCodec;
import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.DecodedPacket;
import dev.pollux.vrrp.bfd.packet.Diagnostic;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sessions on a virtual clock, at the ends of a link that delays and loses packets. */
class TwoSessionsTest {

    private static final long MILLISECOND = 1_000_000;

    private final PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparingLong(Flight::arrival));
    private final Random random = new Random(5881);
    private final End left = new End(parameters(1, 3, 50_000, false));
    private final End right = new End(parameters(2, 5, 20_000, false));
    private long now = 5_000 * MILLISECOND;
    private double loss;

    /** A packet under way. */
    private record Flight(long arrival, End to, ControlPacket packet) {}

    private static SessionParameters parameters(int discriminator, int multiplier, long interval, boolean passive) {
        return new SessionParameters(discriminator, multiplier, interval, interval, 1_000_000, passive);
    }

    /** One side. */
    private final class End {

        private SessionParameters parameters;
        private Session session;
        private int changes;
        private int packets;

        End(SessionParameters parameters) {
            this.parameters = parameters;
            this.session = Session.initial(parameters);
        }

        void tell(SessionEvent event) {
            SessionTransition transition = SessionMachine.step(session, event, parameters, random.nextDouble());
            session = transition.session();
            for (SessionAction action : transition.actions()) {
                if (action instanceof SessionAction.Send send) {
                    packets++;
                    carry(send.packet());
                } else {
                    changes++;
                }
            }
        }

        private void carry(ControlPacket packet) {
            ByteBuffer wire = ByteBuffer.allocate(BfdCodec.LENGTH);
            BfdCodec.encode(packet, wire);
            DecodedPacket decoded = BfdCodec.decode(wire.flip());
            assertThat(decoded).isInstanceOf(DecodedPacket.Control.class);
            if (random.nextDouble() >= loss) {
                long delay = (1 + random.nextInt(3)) * MILLISECOND;
                flights.add(new Flight(now + delay, this == left ? right : left, packet));
            }
        }
    }

    private void start() {
        left.tell(new SessionEvent.Started(now));
        right.tell(new SessionEvent.Started(now));
    }

    private void runFor(long milliseconds) {
        long end = now + milliseconds * MILLISECOND;
        while (true) {
            long arrival = flights.isEmpty() ? Session.NEVER : flights.peek().arrival();
            long next = Math.min(arrival, Math.min(left.session.deadline(), right.session.deadline()));
            if (next > end) {
                now = end;
                return;
            }
            now = Math.max(now, next);
            if (arrival == next) {
                Flight flight = flights.remove();
                flight.to().tell(new SessionEvent.PacketReceived(now, now, flight.packet()));
            } else {
                End due = left.session.deadline() == next ? left : right;
                due.tell(new SessionEvent.TimerExpired(now));
            }
        }
    }

    private void bothAreUp() {
        assertThat(left.session.state()).isEqualTo(UP);
        assertThat(right.session.state()).isEqualTo(UP);
        assertThat(left.session.pace().poll()).isFalse();
        assertThat(right.session.pace().poll()).isFalse();
    }

    @Test
    void theyFindEachOtherAndStayUp() {
        start();
        runFor(2_500);
        bothAreUp();
        int before = left.changes + right.changes;
        left.packets = 0;
        right.packets = 0;
        runFor(60_000);
        bothAreUp();
        assertThat(left.changes + right.changes).isEqualTo(before);
        // Both send every 50 ms, the slower side's interval, brought forward by an eighth on average.
        assertThat(left.packets).isBetween(1200, 1600);
        assertThat(right.packets).isBetween(1200, 1600);
    }

    @Test
    void onePassiveSideIsFound() {
        right.parameters = parameters(2, 5, 20_000, true);
        start();
        runFor(3_000);
        bothAreUp();
    }

    @Test
    void aCutIsSeenWithinTheDetectionTime() {
        start();
        runFor(3_000);
        loss = 1;
        flights.clear();
        // Five packets of 50 ms may be missing of the right side, three of the left.
        runFor(250);
        assertThat(left.session.state()).isEqualTo(DOWN);
        assertThat(left.session.diagnostic()).isEqualTo(Diagnostic.DETECTION_TIME_EXPIRED);
        assertThat(right.session.state()).isEqualTo(DOWN);
        loss = 0;
        runFor(3_000);
        bothAreUp();
    }

    /** The side that still hears is told, and does not wait for anything. */
    @Test
    void aCutInOneDirectionTakesBothDown() {
        start();
        runFor(3_000);
        flights.clear();
        left.session = new Session(UP, left.session.diagnostic(), left.session.remote(), left.session.pace(), now);
        left.tell(new SessionEvent.TimerExpired(now));
        runFor(5);
        assertThat(right.session.state()).isNotEqualTo(UP);
        assertThat(right.session.diagnostic()).isEqualTo(Diagnostic.NEIGHBOR_SIGNALED_DOWN);
        runFor(3_000);
        bothAreUp();
    }

    @Test
    void oneThatStopsIsGoneAtOnce() {
        start();
        runFor(3_000);
        right.tell(new SessionEvent.Stopped(now));
        runFor(5);
        assertThat(left.session.state()).isEqualTo(DOWN);
        assertThat(right.session.state()).isEqualTo(ADMIN_DOWN);
    }

    /** Whatever is lost for a minute: afterwards they meet, agree on their times, and stay. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theyMeetAfterAnyWeather(long seed) {
        random.setSeed(seed);
        start();
        for (int i = 0; i < 60; i++) {
            loss = random.nextInt(4) == 0 ? 1 : random.nextDouble() * 0.7;
            runFor(random.nextInt(2_000));
            if (random.nextInt(8) == 0) {
                SessionParameters previous = left.parameters;
                left.parameters =
                        new SessionParameters(1, 3, 1_000L * (10 + random.nextInt(90)), 50_000, 1_000_000, false);
                left.tell(new SessionEvent.ParametersChanged(now, previous));
            }
        }
        loss = 0;
        runFor(5_000);
        bothAreUp();
        int before = left.changes + right.changes;
        runFor(20_000);
        assertThat(left.changes + right.changes).isEqualTo(before);
    }
}

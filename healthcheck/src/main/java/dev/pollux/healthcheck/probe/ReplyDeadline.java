package dev.pollux.healthcheck.probe;

import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.time.Duration;

/**
 * How long a server may take to answer.
 *
 * <p>That the time is over proves nothing while the answer may lie unread in a socket, because the whole program was kept
 * from running. So when the time is over the loop gets one more turn to read its sockets before the server is blamed.
 */
final class ReplyDeadline {

    /** Far enough in the future that the loop polls its sockets in between. */
    private static final long ONE_TURN_NANOS = Duration.ofMillis(1).toNanos();

    private final NanoClock clock;
    private final Runnable onTimeout;
    private final DeadlineTimer timer;
    private boolean lastTurn;

    ReplyDeadline(IoEventLoop loop, NanoClock clock, Runnable onTimeout) {
        this.clock = clock;
        this.onTimeout = onTimeout;
        this.timer = new DeadlineTimer(loop, clock, this::expired);
    }

    /** Counts from now, whatever was armed before. */
    void arm(Duration timeout) {
        lastTurn = false;
        timer.arm(clock.nanoTime() + timeout.toNanos());
    }

    /** No timeout until armed again. */
    void disarm() {
        timer.disarm();
    }

    private void expired() {
        if (lastTurn) {
            onTimeout.run();
        } else {
            lastTurn = true;
            timer.arm(clock.nanoTime() + ONE_TURN_NANOS);
        }
    }
}

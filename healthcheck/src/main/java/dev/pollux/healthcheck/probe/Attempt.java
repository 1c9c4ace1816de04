package dev.pollux.healthcheck.probe;

import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.NotMade;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One check under way over one connection. An object of its own for each check, so that what a closed connection still
 * reports can never be taken for the next check's outcome.
 */
abstract class Attempt implements ConnectListener {

    private final Consumer<CheckOutcome> onOutcome;
    private @Nullable Channel channel;
    private boolean over;

    Attempt(Consumer<CheckOutcome> onOutcome) {
        this.onOutcome = onOutcome;
    }

    /** The pipeline of the connection. */
    abstract List<ChannelHandler> handlers();

    /** The time for the present stage is over. */
    abstract void timedOut();

    @Override
    public void notTried(String step, String reason) {
        finish(new NotMade(step, reason));
    }

    /** Takes charge of closing the connection. */
    final void own(Channel opened) {
        if (over) {
            close(opened);
        } else {
            channel = opened;
        }
    }

    /** Closes the connection and tells the outcome; the first outcome counts. */
    final void finish(CheckOutcome outcome) {
        if (!over) {
            abandon();
            onOutcome.accept(outcome);
        }
    }

    /** Closes the connection; no outcome will be told. */
    final void abandon() {
        over = true;
        if (channel != null) {
            close(channel);
        }
    }

    /** At once and without a farewell of TLS, as keepalived: a check has nothing left to say. */
    private static void close(Channel connection) {
        connection.unsafe().close(connection.voidPromise());
    }
}

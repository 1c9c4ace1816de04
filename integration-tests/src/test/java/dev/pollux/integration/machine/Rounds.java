package dev.pollux.integration.machine;

import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Repeats a timed round of a scenario until it has been shown often enough. */
public final class Rounds {

    private static final int TRIES_PER_ROUND = 3;

    private final Disturbances disturbances;

    public Rounds(Disturbances disturbances) {
        this.disturbances = disturbances;
    }

    /** One round: sets its stage, calls {@link Disturbances#begin} where timing begins, and asserts. */
    @FunctionalInterface
    public interface Round {
        void play(int number);
    }

    /**
     * Plays {@code wanted} rounds. A round that fails undisturbed fails the test. One that fails disturbed is played
     * again, within three tries a round on average; when these are used up, its failure is the test's after all. What
     * has not come after many seconds is excused by nothing less than the rtnl lock held for seconds.
     */
    public void play(int wanted, Round round) {
        int tries = 0;
        for (int done = 0; done < wanted; tries++) {
            try {
                round.play(done);
                done++;
            } catch (AssertionError | ConditionTimeoutException failure) {
                boolean timeout = failure instanceof ConditionTimeoutException;
                Optional<String> excuse = timeout ? disturbances.stall() : disturbances.seen();
                if (excuse.isEmpty() || tries + 1 >= wanted * TRIES_PER_ROUND) {
                    throw failure;
                }
                System.out.println("    round " + done + " is repeated, for " + excuse.get() + ": "
                        + firstLine(failure.getMessage()));
            }
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.strip().replaceAll("\\s+", " ");
    }
}

package dev.pollux.director.reload;

import dev.pollux.grammar.model.Configuration;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One reload at a time. What is asked for meanwhile waits, and however often it was asked, the file is read once more, with
 * what stands in it then. Owned by the {@code control} loop.
 */
public final class Reloads {

    private final EventExecutor control;
    private final Engines engines;
    private final Supplier<Reading> source;
    private final Consumer<Outcome> listener;

    private Configuration current = Configuration.empty();
    private long generation;
    private boolean again;
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

    /**
     * Nothing runs yet.
     *
     * @param source reads and validates the configuration
     * @param listener hears how each reload ended, on the {@code control} loop
     */
    public Reloads(EventExecutor control, Engines engines, Supplier<Reading> source, Consumer<Outcome> listener) {
        this.control = control;
        this.engines = engines;
        this.source = source;
        this.listener = listener;
    }

    /** Reads the configuration and applies it, now or when the reload in progress has ended. */
    public void request() {
        assert control.inEventLoop();
        if (!idle.isDone()) {
            again = true;
            return;
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        idle = turn;
        Reading reading = source.get();
        if (reading instanceof Reading.Valid valid) {
            apply(UnchangedServers.of(current, valid.configuration()), turn);
        } else if (reading instanceof Reading.Invalid invalid) {
            finish(new Outcome.Refused(invalid.reasons()), turn);
        }
    }

    /** Completes when no reload is in progress. */
    public CompletionStage<Void> idle() {
        assert control.inEventLoop();
        return idle;
    }

    /** What runs. */
    public Configuration current() {
        assert control.inEventLoop();
        return current;
    }

    private void apply(Configuration next, CompletableFuture<Void> turn) {
        new Rollout(control, engines, current, next)
                .run(generation + 1)
                .whenCompleteAsync(
                        (outcome, impossible) -> {
                            // After a failure the engines are nearer to what was wanted than to what was.
                            if (!(outcome instanceof Outcome.Refused)) {
                                current = next;
                                generation++;
                            }
                            finish(outcome, turn);
                        },
                        control);
    }

    private void finish(Outcome outcome, CompletableFuture<Void> turn) {
        listener.accept(outcome);
        turn.complete(null);
        if (again) {
            again = false;
            request();
        }
    }
}

package dev.pollux.director.reload;

import dev.pollux.grammar.model.Configuration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One engine as a reload sees it. */
public interface Engine {

    /**
     * Whether it would go to {@code next} at all, by whatever steps.
     *
     * @return completes exceptionally where it refuses; the message says why
     */
    default CompletionStage<Void> admit(Configuration next) {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Works out what {@code next} would change, and changes nothing.
     *
     * @return completes exceptionally where the engine cannot run {@code next}; the message says why
     */
    CompletionStage<Prepared> prepare(Configuration next);

    /** A change that was worked out. */
    @FunctionalInterface
    interface Prepared {

        /** Makes the change. To be called at most once, before the engine prepares anything else. */
        CompletionStage<Void> commit();
    }
}

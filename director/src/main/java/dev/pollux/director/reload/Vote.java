package dev.pollux.director.reload;

import dev.pollux.grammar.model.Configuration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one engine says of a configuration. */
sealed interface Vote {

    /** It can, like this. */
    record Agreed(Engine.Prepared change) implements Vote {}

    /** It cannot. */
    record Refused(String reason) implements Vote {}

    /** Asks an engine. Never completes exceptionally. */
    static CompletableFuture<Vote> of(Engine engine, Configuration configuration) {
        return engine.prepare(configuration).handle(Vote::judge).toCompletableFuture();
    }

    private static Vote judge(Engine.Prepared change, Throwable failure) {
        return failure == null ? new Agreed(change) : new Refused(reason(failure));
    }

    /** The failure itself, without the wrapping of the futures it passed. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String reason(Throwable failure) {
        Throwable cause = cause(failure);
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }
}

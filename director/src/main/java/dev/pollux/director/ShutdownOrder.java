package dev.pollux.director;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Steps that are taken one after the other, each whatever became of those before. */
final class ShutdownOrder {

    private CompletionStage<Optional<Throwable>> failure = CompletableFuture.completedFuture(Optional.empty());

    ShutdownOrder then(Supplier<? extends CompletionStage<Void>> step) {
        failure = failure.thenCompose(
                earlier -> step.get().handle((done, later) -> earlier.or(() -> Optional.ofNullable(later))));
        return this;
    }

    /** Complete after the last step; fails as the first step that did. */
    CompletionStage<Void> done() {
        return failure.thenCompose(first -> first.map(CompletableFuture::<Void>failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }
}

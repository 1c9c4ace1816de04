package dev.pollux.director;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ShutdownOrderTest {

    private final List<String> begun = new ArrayList<>();

    @Test
    void oneStepAfterTheOther() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletionStage<Void> done = new ShutdownOrder()
                .then(() -> step("first", first))
                .then(() -> step("second", CompletableFuture.completedFuture(null)))
                .done();
        assertThat(begun).containsExactly("first");
        first.complete(null);
        assertThat(begun).containsExactly("first", "second");
        assertThat(done.toCompletableFuture()).isCompleted();
    }

    @Test
    void thoseBehindAFailureAreTakenTooAndTheFirstFailureIsTold() {
        CompletionStage<Void> done = new ShutdownOrder()
                .then(() -> step("first", CompletableFuture.failedFuture(new IllegalStateException("one"))))
                .then(() -> step("second", CompletableFuture.failedFuture(new IllegalStateException("two"))))
                .then(() -> step("third", CompletableFuture.completedFuture(null)))
                .done();
        assertThat(begun).containsExactly("first", "second", "third");
        assertThat(done.toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withMessageContaining("one");
    }

    private CompletionStage<Void> step(String name, CompletableFuture<Void> result) {
        begun.add(name);
        return result;
    }
}

package dev.pollux.director.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.Configuration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RolloutTest {

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final FakeEngine services = new FakeEngine("services", journal);
    private final FakeEngine checks = new FakeEngine("checks", journal);
    private final FakeEngine routers = new FakeEngine("routers", journal);
    private final ExecutorService control = Executors.newSingleThreadExecutor(task -> new Thread(task, "control"));
    private final ExecutorService vrrp = Executors.newSingleThreadExecutor(task -> new Thread(task, "vrrp"));

    @AfterEach
    void end() {
        control.shutdown();
        vrrp.shutdown();
    }

    /** What follows the routers' answer compares whole configurations; meanwhile adverts are due. */
    @Test
    void theLoopThatAnswersDoesNotDoWhatFollows() {
        routers.slow = true;
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        control.execute(() -> rollout().thenAccept(outcome::complete));
        await().until(routers::holds);
        vrrp.execute(routers::release);
        assertThat(outcome.join()).isEqualTo(new Outcome.Applied(1));
        assertThat(List.of(services, checks, routers))
                .allSatisfy(engine -> assertThat(engine.callers).containsExactly("control"));
    }

    private CompletionStage<Outcome> rollout() {
        Engines engines = new Engines(services, checks, routers);
        return new Rollout(control, engines, Configuration.empty(), Configuration.empty()).run(1);
    }
}

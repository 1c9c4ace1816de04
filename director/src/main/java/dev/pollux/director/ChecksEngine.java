package dev.pollux.director;

import dev.pollux.director.reload.Engine;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.healthcheck.HealthCheckProxy;
import java.util.concurrent.CompletionStage;

/** The health checks with the BFD sessions, which begin last: those who track them are there by then, and are told. */
record ChecksEngine(HealthCheckProxy checks, Sessions sessions) implements Engine {

    @Override
    public CompletionStage<Prepared> prepare(Configuration next) {
        return checks.prepare(next)
                .thenCombine(
                        sessions.prepare(next),
                        (plan, sessionPlan) -> () -> checks.commit(plan).thenCompose(done -> sessionPlan.commit()));
    }
}

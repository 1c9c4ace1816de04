package dev.pollux.director;

import dev.pollux.director.reload.Engine;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.ipvs.IpvsProxy;
import dev.pollux.ipvs.host.HostProxy;
import java.util.concurrent.CompletionStage;

/** The virtual services with what they need of this host, as a reload sees them. */
record ServicesEngine(IpvsProxy services, HostProxy host) implements Engine {

    @Override
    public CompletionStage<Void> admit(Configuration next) {
        return services.admit(next);
    }

    @Override
    public CompletionStage<Prepared> prepare(Configuration next) {
        return services.prepare(next).thenApply(plan -> () -> {
            host.configure(next);
            return services.commit(plan);
        });
    }
}

package dev.pollux.director;

import dev.pollux.director.reload.Engine;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.ipvs.IpvsProxy;
import dev.pollux.ipvs.fullnat.FullNatProxy;
import dev.pollux.ipvs.host.HostProxy;
import dev.pollux.ipvs.marks.MarkProxy;
import java.util.concurrent.CompletionStage;

/** The virtual services with what they need of this host, as a reload sees them. */
record ServicesEngine(IpvsProxy services, FullNatProxy translations, MarkProxy marks, HostProxy host)
        implements Engine {

    @Override
    public CompletionStage<Void> admit(Configuration next) {
        return services.admit(next);
    }

    @Override
    public CompletionStage<Prepared> prepare(Configuration next) {
        return services.prepare(next).thenApply(plan -> () -> {
            host.configure(next);
            // Sources are translated before there is a service whose connections would go out without.
            // Marked packets go to the service by address while there is none by mark.
            return translations
                    .commit(next)
                    .thenCompose(done -> marks.commit(next, plan.marks()))
                    .thenCompose(done -> services.commit(plan));
        });
    }
}

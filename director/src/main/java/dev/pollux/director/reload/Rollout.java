package dev.pollux.director.reload;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Brings the engines from one configuration to the next. A client must never reach an address behind which no service
 * stands: new services come before the addresses, old ones go after them. So the services first become the old and the new
 * together, then the addresses move, then only the new services stay.
 */
final class Rollout {

    private final Engines engines;
    private final Configuration target;
    private final Configuration transition;

    Rollout(Engines engines, Configuration from, Configuration to) {
        this.engines = engines;
        this.target = to;
        this.transition = withServersOf(from, to);
    }

    /** Never completes exceptionally. */
    CompletionStage<Outcome> run(long generation) {
        CompletableFuture<Vote> services = Vote.of(throughTransition(), target);
        CompletableFuture<Vote> checks = Vote.of(engines.checks(), target);
        CompletableFuture<Vote> routers = Vote.of(engines.routers(), target);
        return CompletableFuture.allOf(services, checks, routers)
                .thenCompose(all -> decide(List.of(services.join(), routers.join(), checks.join())))
                .<Outcome>thenApply(refusals ->
                        refusals.isEmpty() ? new Outcome.Applied(generation) : new Outcome.Refused(refusals))
                .exceptionally(failure -> new Outcome.Failed(Vote.cause(failure)));
    }

    /** The services engine says of the target whether it may be, and of what stands in between how. */
    private Engine throughTransition() {
        return next -> engines.services().admit(next).thenCompose(admitted -> engines.services()
                .prepare(transition));
    }

    /** Completes with the reasons why nothing was done, or with none when all was. */
    private CompletionStage<List<String>> decide(List<Vote> votes) {
        List<String> refusals = new ArrayList<>();
        List<Engine.Prepared> changes = new ArrayList<>();
        for (Vote vote : votes) {
            if (vote instanceof Vote.Agreed agreed) {
                changes.add(agreed.change());
            } else if (vote instanceof Vote.Refused refused) {
                refusals.add(refused.reason());
            }
        }
        if (!refusals.isEmpty()) {
            return CompletableFuture.completedFuture(refusals);
        }
        return commit(changes.get(0), changes.get(1), changes.get(2)).thenApply(done -> List.of());
    }

    private CompletionStage<Void> commit(Engine.Prepared services, Engine.Prepared routers, Engine.Prepared checks) {
        return services.commit()
                .thenCompose(done -> routers.commit())
                .thenCompose(done -> dropOldServices())
                .thenCompose(done -> checks.commit());
    }

    private CompletionStage<Void> dropOldServices() {
        return transition.equals(target)
                ? CompletableFuture.completedFuture(null)
                : engines.services().prepare(target).thenCompose(Engine.Prepared::commit);
    }

    private static Configuration withServersOf(Configuration from, Configuration to) {
        Map<VirtualServerKey, VirtualServer> servers = new LinkedHashMap<>();
        to.virtualServers().forEach(server -> servers.put(server.key(), server));
        from.virtualServers().forEach(server -> servers.merge(server.key(), server, Rollout::withServicesOf));
        return to.withVirtualServers(List.copyOf(servers.values()));
    }

    /** An address that leaves a group keeps its service as long. */
    private static VirtualServer withServicesOf(VirtualServer next, VirtualServer before) {
        if (next.services().containsAll(before.services())) {
            return next;
        }
        Set<ServiceKey> services = new LinkedHashSet<>(next.services());
        services.addAll(before.services());
        return next.withServices(List.copyOf(services));
    }
}

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
import java.util.concurrent.Executor;

/**
 * Brings the engines from one configuration to the next. A client must never reach an address behind which no service
 * stands: new services come before the addresses, old ones go after them. So the services first become the old and the new
 * together, then the addresses move, then only the new services stay.
 *
 * <p>Each step begins on the {@code control} loop: whatever follows an engine's answer would else run on that engine's loop, and
 * work on a large configuration there is silence on the wire.
 */
final class Rollout {

    private final Executor control;
    private final Engines engines;
    private final Configuration target;
    private final Configuration transition;

    Rollout(Executor control, Engines engines, Configuration from, Configuration to) {
        this.control = control;
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
                .thenComposeAsync(all -> decide(List.of(services.join(), routers.join(), checks.join())), control)
                .<Outcome>thenApply(refusals ->
                        refusals.isEmpty() ? new Outcome.Applied(generation) : new Outcome.Refused(refusals))
                .exceptionally(failure -> new Outcome.Failed(Vote.cause(failure)));
    }

    /** The services engine says of the target whether it may be, and of what stands in between how. */
    private Engine throughTransition() {
        return next -> engines.services()
                .admit(next)
                .thenComposeAsync(admitted -> engines.services().prepare(transition), control);
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
                .thenComposeAsync(done -> routers.commit(), control)
                .thenComposeAsync(done -> dropOldServices(), control)
                .thenComposeAsync(done -> checks.commit(), control);
    }

    private CompletionStage<Void> dropOldServices() {
        return transition.equals(target)
                ? CompletableFuture.completedFuture(null)
                : engines.services().prepare(target).thenComposeAsync(Engine.Prepared::commit, control);
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

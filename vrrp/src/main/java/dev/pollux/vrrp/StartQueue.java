package dev.pollux.vrrp;

import dev.pollux.grammar.model.VrrpSettings;
import dev.pollux.vrrp.machine.ObjectTracking;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Routers that wait for what they need before their first state. Owned by the {@code vrrp} loop. */
final class StartQueue {

    private final RouterServices services;
    private final VirtualLinks virtualLinks;
    private final AdvertSockets sockets;
    private final TrackerTable trackers;
    private final StartupDelay delay;
    private final Set<VirtualRouter> waiting = new LinkedHashSet<>();
    private final Set<VirtualRouter> cleaning = new LinkedHashSet<>();
    private @Nullable CompletableFuture<RouterCounts> rehearsal;

    StartQueue(RouterServices services, VirtualLinks virtualLinks, AdvertSockets sockets, TrackerTable trackers) {
        this.services = services;
        this.virtualLinks = virtualLinks;
        this.sockets = sockets;
        this.trackers = trackers;
        this.delay = new StartupDelay(services.environment(), services.log());
    }

    /** The first settings say when timers begin to run. */
    void begin(VrrpSettings settings) {
        delay.begin(settings);
    }

    /** Whether adverts are to be left unheard still. */
    boolean delayed() {
        return delay.under();
    }

    void add(Collection<VirtualRouter> routers) {
        waiting.addAll(routers);
    }

    void remove(VirtualRouter router) {
        waiting.remove(router);
        cleaning.remove(router);
    }

    /** Starts those that wait for nothing any more. */
    void look() {
        for (VirtualRouter router : List.copyOf(waiting)) {
            if (isPrepared(router)) {
                waiting.remove(router);
                cleaning.add(router);
                clean(router);
            }
        }
    }

    /** Members of a group start when all can, or the group would seem to have a fault. */
    private boolean isPrepared(VirtualRouter router) {
        SyncGroup group = router.syncGroup();
        return group == null ? canStart(router) : group.members().stream().allMatch(this::canStart);
    }

    /** The socket and the source address are there, and every script whose failure means FAULT has been heard of. */
    private boolean canStart(VirtualRouter router) {
        return !virtualLinks.pending(router.instance().interfaces().all())
                && !router.settling()
                && !sockets.pending(router.configuration().channel())
                && !ObjectTracking.assess(router.instance().tracking().objects(), trackers::get)
                        .waiting();
    }

    /** A router that is not the owner removes what an earlier life left behind, before its first BACKUP. */
    private void clean(VirtualRouter router) {
        if (router.instance().owner()) {
            start(router, List.of());
        } else {
            services.addresses().removeLeftOvers(router.holding().bind(), removed -> start(router, removed));
        }
    }

    private void start(VirtualRouter router, List<String> removed) {
        removed.forEach(entry -> services.log().info("({}) removed left-over {}", router.name(), entry));
        if (!cleaning.remove(router)) {
            return;
        }
        SyncGroup group = router.syncGroup();
        boolean groupFaulty =
                group != null && group.members().stream().anyMatch(member -> member != router && member.faulty());
        router.start(groupFaulty, delay.until());
        if (rehearsal == null) {
            rehearsal = Rehearsal.begin(services.environment());
        }
    }

    /** A rehearsal that is still under way is waited for: a stopped engine has no files and threads any more. */
    void whenRehearsed(Runnable done) {
        if (rehearsal == null) {
            done.run();
        } else {
            var unused = rehearsal.whenComplete(
                    (counts, failure) -> services.environment().vrrpLoop().execute(done));
        }
    }
}

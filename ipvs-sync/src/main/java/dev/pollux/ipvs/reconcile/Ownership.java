package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which services are ours to delete: those that are desired, that once were and are not yet seen to be gone, and those that
 * an earlier director left.
 */
final class Ownership {

    private final ServiceJournal journal;
    private final Set<ServiceKey> owned = new LinkedHashSet<>();
    private final List<ServiceKey> released = new ArrayList<>();
    private boolean journalRead;

    Ownership(ServiceJournal journal) {
        this.journal = journal;
    }

    /** They are ours, and the journal says so before this returns. */
    void claim(Collection<ServiceKey> services) {
        if (!journalRead) {
            journalRead = true;
            owned.addAll(journal.read());
        }
        List<ServiceKey> gained = services.stream().filter(owned::add).toList();
        if (!gained.isEmpty()) {
            journal.gained(gained);
        }
    }

    /** It is gone from the kernel and no longer desired. The journal hears of it with {@link #settle}. */
    void release(ServiceKey service) {
        if (owned.remove(service)) {
            released.add(service);
        }
    }

    void settle() {
        if (!released.isEmpty()) {
            journal.lost(List.copyOf(released));
            released.clear();
        }
    }

    boolean owns(ServiceKey service) {
        return owned.contains(service);
    }

    Set<ServiceKey> all() {
        return owned;
    }
}

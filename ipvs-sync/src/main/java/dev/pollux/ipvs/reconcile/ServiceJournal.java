package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import java.util.Collection;
import java.util.Set;

/** What outlives the director: which services in the kernel's table are ours, though a next configuration may not name them. */
public interface ServiceJournal {

    /** Remembers nothing. */
    ServiceJournal NONE = new ServiceJournal() {
        @Override
        public Set<ServiceKey> read() {
            return Set.of();
        }

        @Override
        public void gained(Collection<ServiceKey> services) {}

        @Override
        public void lost(Collection<ServiceKey> services) {}
    };

    /** Those that an earlier director owned and did not take back. */
    Set<ServiceKey> read();

    /** They are ours from now on. Written before the kernel is told. */
    void gained(Collection<ServiceKey> services);

    /** They are gone from the kernel. */
    void lost(Collection<ServiceKey> services);
}

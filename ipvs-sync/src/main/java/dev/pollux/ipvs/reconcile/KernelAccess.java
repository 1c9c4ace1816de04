package dev.pollux.ipvs.reconcile;

import dev.pollux.ipvs.kernel.KernelTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way to the kernel's table, kept open while it works. A module that the kernel lacks is loaded, once in the director's
 * life: the kernel does that by itself, but not in every container.
 */
final class KernelAccess {

    private static final String MODULE = "ip_vs";

    private final KernelTable.Source source;
    private final ModuleLoader modules;
    private final Set<String> modulesTried = new HashSet<>();
    private @Nullable KernelTable table;

    KernelAccess(KernelTable.Source source, ModuleLoader modules) {
        this.source = source;
        this.modules = modules;
    }

    /** The table if it is open. */
    Optional<KernelTable> present() {
        return Optional.ofNullable(table);
    }

    /**
     * Opens it where it is not.
     *
     * @return empty if this kernel has no IPVS
     * @throws dev.pollux.linux.syscall.SystemCallException if it cannot be asked
     */
    Optional<KernelTable> open() {
        if (table == null) {
            table = source.open().orElse(null);
        }
        if (table == null && load(Set.of(MODULE))) {
            table = source.open().orElse(null);
        }
        return present();
    }

    /** Loads modules; false: all of them were tried before. */
    boolean load(Set<String> missing) {
        List<String> fresh = missing.stream().filter(modulesTried::add).toList();
        fresh.forEach(modules::load);
        return !fresh.isEmpty();
    }

    void close() {
        if (table != null) {
            table.close();
            table = null;
        }
    }
}

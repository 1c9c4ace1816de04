package dev.pollux.director.host;

import java.util.Set;

/**
 * The modules of the running kernel, hyphens written as underscores.
 *
 * @param present loaded, or part of the kernel itself
 * @param loadable files that modprobe(8) would find
 * @param known whether the files could be looked at; in a container they often are not there
 */
public record KernelModules(Set<String> present, Set<String> loadable, boolean known) {

    public KernelModules {
        present = Set.copyOf(present);
        loadable = Set.copyOf(loadable);
    }

    public boolean has(String module) {
        return present.contains(module);
    }

    /** Whether it is certain that this kernel cannot have it. */
    public boolean lacks(String module) {
        return known && !present.contains(module) && !loadable.contains(module);
    }
}

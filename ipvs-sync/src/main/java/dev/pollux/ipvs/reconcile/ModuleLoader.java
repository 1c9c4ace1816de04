package dev.pollux.ipvs.reconcile;

/** Loads a kernel module. */
@FunctionalInterface
public interface ModuleLoader {

    /** Loads no module. */
    ModuleLoader NONE = module -> {};

    /** Tries to load it and says nothing of the outcome: whoever needs the module asks the kernel for what it offers. */
    void load(String module);
}

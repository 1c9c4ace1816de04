package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;

/**
 * A module of the kernel. It stays when the rest is undone: others may use it by then.
 *
 * @param device the interface that comes with it; empty: none
 */
public record LoadedModule(String name, String device) implements Step {

    @Override
    public String command() {
        return "modprobe " + name;
    }

    @Override
    public boolean taken(HostFacts facts) {
        return facts.modules().has(name) || facts.network().link(device).isPresent();
    }

    @Override
    public String undo(HostFacts before) {
        return "";
    }

    @Override
    public String reverse() {
        return "";
    }
}

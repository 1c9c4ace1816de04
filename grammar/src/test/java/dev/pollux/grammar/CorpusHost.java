package dev.pollux.grammar;

import dev.pollux.grammar.host.HostFacts;
import java.nio.file.Path;
import java.util.Set;

/** The machine in which the verdicts of the corpus were made. */
record CorpusHost(Set<String> interfaces, Path accounts) implements HostFacts {

    @Override
    public boolean interfaceExists(String name) {
        return interfaces.contains(name);
    }
}

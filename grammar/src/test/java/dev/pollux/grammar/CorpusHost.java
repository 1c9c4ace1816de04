package dev.pollux.grammar;

import dev.pollux.grammar.host.AccountFile;
import dev.pollux.grammar.host.CommandFinder;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.AddressLiteral;
import java.nio.file.Path;
import java.util.Set;

/** The machine in which the verdicts of the corpus were made. */
public record CorpusHost(Set<String> interfaces, Set<String> users, Set<String> groups) implements HostFacts {

    /**
     * A machine with these interfaces.
     *
     * @param accounts the folder of its passwd and group
     */
    public static CorpusHost of(Set<String> interfaces, Path accounts) {
        return new CorpusHost(
                interfaces,
                AccountFile.names(accounts.resolve("passwd")),
                AccountFile.names(accounts.resolve("group")));
    }

    @Override
    public boolean interfaceExists(String name) {
        return interfaces.contains(name);
    }

    @Override
    public boolean networkNamespaceExists(String name) {
        return false;
    }

    @Override
    public boolean userExists(String name) {
        return users.contains(name);
    }

    @Override
    public boolean groupExists(String name) {
        return groups.contains(name);
    }

    @Override
    public boolean resolves(String name) {
        return name.equals("localhost") || AddressLiteral.parse(name) != null;
    }

    @Override
    public Command command(String command) {
        if (command.contains("/files/devel-tools/")) {
            return Command.RUNNABLE;
        }
        boolean hidden = command.startsWith("/etc/keepalived/") || command.startsWith("/run/");
        return hidden ? Command.MISSING : CommandFinder.find(command);
    }
}

package dev.pollux.grammar.host;

import java.nio.file.Path;
import java.util.List;

/** What a configuration is checked against besides itself. Asked while reading; must not block for long. */
public interface HostFacts {

    /** Whether the machine has this network interface now. */
    boolean interfaceExists(String name);

    /** The longest packet, in bytes, that the interface sends; Ethernet's where the machine does not have it. */
    default int mtu(String interfaceName) {
        return 1500;
    }

    /** Whether there is a network namespace of this name ({@code ip netns}). */
    boolean networkNamespaceExists(String name);

    /** Whether there is an account of this name. */
    boolean userExists(String name);

    /** Whether there is a group of this name. */
    boolean groupExists(String name);

    /**
     * What can be said of a command.
     *
     * @param command a path, or a name that is looked for in the usual folders
     */
    Command command(String command);

    /** Whether a host name stands for an address now; may take as long as the resolver of the machine lets one wait. */
    default boolean resolves(String name) {
        return true;
    }

    /** Names of routing tables, protocols and such, by default those that iproute2 comes with. */
    default RoutingNames routingNames(List<Path> directories) {
        return RoutingNames.STANDARD;
    }

    /** Whether a command can be run, and whether that is safe. */
    enum Command {
        RUNNABLE,
        /** Somebody besides root may change it, or a folder above it. */
        INSECURE,
        MISSING
    }

    /** Takes every name for granted: for reading a configuration that is meant for another machine. */
    static HostFacts permissive() {
        return new HostFacts() {
            @Override
            public boolean interfaceExists(String name) {
                return true;
            }

            @Override
            public boolean networkNamespaceExists(String name) {
                return true;
            }

            @Override
            public boolean userExists(String name) {
                return true;
            }

            @Override
            public boolean groupExists(String name) {
                return true;
            }

            @Override
            public Command command(String command) {
                return Command.RUNNABLE;
            }
        };
    }
}

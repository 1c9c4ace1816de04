package dev.pollux.grammar.host;

/** What a configuration is checked against besides itself. Asked while reading; must not block for long. */
public interface HostFacts {

    /** Whether the machine has this network interface now. */
    boolean interfaceExists(String name);

    /** Takes every name for granted: for reading a configuration that is meant for another machine. */
    static HostFacts permissive() {
        return name -> true;
    }
}

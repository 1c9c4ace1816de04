package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;

/** One thing that a real server needs. A pure description: who takes it runs its command. */
public sealed interface Step
        permits ArpSetting,
                DefaultRoute,
                GueReceiver,
                HeldAddress,
                LoadedModule,
                LocalRoute,
                TunnelLink,
                TunnelSetting {

    /** What takes the step: words with single blanks between them. Doing it twice is the same as doing it once. */
    String command();

    /** Whether the machine is so already, by whoever's hand. */
    boolean taken(HostFacts facts);

    /**
     * What makes it as it was, in the same form.
     *
     * @param before how it was
     * @return empty: nothing needs to be undone
     */
    String undo(HostFacts before);

    /** What undoes it where nobody knows how it was before; empty: nothing, or only a former value would. */
    String reverse();

    /** The same as a line of a shell script that may be run twice. */
    default String shell() {
        return command();
    }
}

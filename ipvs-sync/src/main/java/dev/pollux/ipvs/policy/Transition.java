package dev.pollux.ipvs.policy;

import java.util.List;

/**
 * The result of one step.
 *
 * @param occurrences what changed, in the order it should be told
 */
public record Transition(VirtualServerState state, List<Occurrence> occurrences) {

    public Transition {
        occurrences = List.copyOf(occurrences);
    }
}

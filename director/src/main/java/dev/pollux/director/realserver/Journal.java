package dev.pollux.director.realserver;

import dev.pollux.director.cli.RealServerCommand;
import dev.pollux.director.cli.RealServerNeeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked for here and what was changed for it.
 *
 * @param inForce one virtual or local address each, or a mode without any
 * @param changes in the order in which they were made; the command of each is there once
 */
public record Journal(List<RealServerNeeds> inForce, List<Change> changes) {

    static final Journal EMPTY = new Journal(List.of(), List.of());

    private static final String FOR = "for ";
    private static final String DID = "did ";
    private static final String UNDO = "undo ";

    public Journal {
        inForce = List.copyOf(inForce);
        changes = List.copyOf(changes);
    }

    /**
     * A change of the machine.
     *
     * @param undo empty: nothing needs to be undone
     */
    record Change(String done, String undo) {}

    boolean isEmpty() {
        return inForce.isEmpty() && changes.isEmpty();
    }

    /** With something more to be ready for. */
    Journal with(RealServerNeeds needs) {
        return new Journal(
                Stream.concat(inForce.stream(), needs.single().stream())
                        .distinct()
                        .toList(),
                changes);
    }

    /** With a change more. What was there before the first time counts: a later one undid what somebody else did. */
    Journal with(Change change) {
        if (changes.stream().anyMatch(old -> old.done().equals(change.done()))) {
            return this;
        }
        return new Journal(
                inForce, Stream.concat(changes.stream(), Stream.of(change)).toList());
    }

    /** Without a change. */
    Journal without(Change change) {
        return new Journal(
                inForce, changes.stream().filter(old -> !old.equals(change)).toList());
    }

    /** Without what these needs name: everything of their mode where they name no address. */
    Journal without(RealServerNeeds needs) {
        boolean all =
                needs.virtualAddresses().isEmpty() && needs.localAddresses().isEmpty();
        return new Journal(
                inForce.stream()
                        .filter(old -> old.mode() != needs.mode() || !(all || names(needs, old)))
                        .toList(),
                changes);
    }

    private static boolean names(RealServerNeeds needs, RealServerNeeds single) {
        return needs.virtualAddresses().containsAll(single.virtualAddresses())
                && needs.localAddresses().containsAll(single.localAddresses());
    }

    /** Changes that nothing in force needs any more, the last one first. */
    List<Change> needless() {
        Set<String> needed = new HashSet<>();
        inForce.forEach(needs -> Preparation.of(needs).forEach(step -> needed.add(step.command())));
        List<Change> needless = new ArrayList<>();
        changes.stream().filter(change -> !needed.contains(change.done())).forEach(change -> needless.add(0, change));
        return needless;
    }

    /** One line each, as {@link #parse} reads them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        inForce.forEach(needs -> lines.add(FOR + String.join(" ", needs.words())));
        changes.forEach(change -> {
            lines.add(DID + change.done());
            lines.add(UNDO + change.undo());
        });
        return lines;
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where the lines are no journal
     */
    static Journal parse(List<String> lines) {
        List<RealServerNeeds> inForce = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        String done = "";
        for (String line : lines) {
            if (line.startsWith(FOR)) {
                inForce.add(RealServerCommand.needs(
                        List.of(line.substring(FOR.length()).split(" "))));
            } else if (line.startsWith(DID)) {
                done = line.substring(DID.length());
            } else if (line.startsWith(UNDO)) {
                changes.add(new Change(done, line.substring(UNDO.length())));
            } else {
                throw new IllegalArgumentException("unexpected line: " + line);
            }
        }
        return new Journal(inForce, changes);
    }
}

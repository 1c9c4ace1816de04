package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes by others that are not to be repaired, as the commands that would repair them. */
final class DriftTolerance {

    private final Set<Command> left = new LinkedHashSet<>();
    private Repair mode = Repair.ON;

    Repair mode() {
        return mode;
    }

    /** A new configuration is brought into force as a whole: nothing is left of what was tolerated. */
    void restart(Repair newMode) {
        mode = newMode;
        left.clear();
    }

    /** What is written below these services brings them to what is desired. */
    void forget(Collection<ServiceKey> services) {
        left.removeIf(command -> command instanceof Command.OnService on && services.contains(on.serviceKey()));
    }

    /**
     * The part of a repair that is to be carried out.
     *
     * @param repair everything that differs
     * @param drift the part of it that others have made since the last look
     */
    List<Command> admit(List<Command> repair, List<Command> drift) {
        if (mode == Repair.ON) {
            return repair;
        }
        left.retainAll(new HashSet<>(repair));
        left.addAll(drift);
        return repair.stream().filter(command -> !left.contains(command)).toList();
    }

    int size() {
        return left.size();
    }
}

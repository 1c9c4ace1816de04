package dev.pollux.ipvs.override;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.Service;
import dev.pollux.ipvs.table.TableEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The overrides in force, in the order in which they were made; each is the command that it was made by, but for {@code -A}
 * and {@code -C}, which say the same in other words.
 *
 * <p>Checks still count: a real server that they have taken out does not come back by an {@code -e}, and one that the director
 * holds at weight 0 stays there. What was added by {@code -a} is the operator's alone.
 */
public final class Overrides {

    private static final Overrides NONE = new Overrides(Map.of());

    private final Map<OverrideTarget, Command.OnService> byTarget;

    private Overrides(Map<OverrideTarget, Command.OnService> byTarget) {
        this.byTarget = Collections.unmodifiableMap(new LinkedHashMap<>(byTarget));
    }

    public static Overrides none() {
        return NONE;
    }

    /** Those that an earlier director kept; of two about one thing the later counts. */
    public static Overrides of(Collection<? extends Command.OnService> commands) {
        Map<OverrideTarget, Command.OnService> all = new LinkedHashMap<>();
        commands.forEach(command -> all.put(OverrideTarget.of(command), command));
        return new Overrides(all);
    }

    public List<Command.OnService> commands() {
        return List.copyOf(byTarget.values());
    }

    /** Whether a service or anything below it is overridden. */
    public boolean touch(ServiceKey service) {
        return byTarget.keySet().stream().anyMatch(target -> target.service().equals(service));
    }

    /** The wanted table: the desired one with what the operator has made of it. */
    public IpvsTable over(IpvsTable desired) {
        if (byTarget.isEmpty()) {
            return desired;
        }
        return IpvsTable.of(desired.entries().values().stream()
                .map(this::over)
                .filter(Objects::nonNull)
                .toList());
    }

    /** The wanted entry of a service; null where it is deleted. */
    public @Nullable TableEntry over(TableEntry desired) {
        ServiceKey key = desired.service().key();
        if (!touch(key)) {
            return desired;
        }
        Command.OnService onService = byTarget.get(new OverrideTarget(key, null));
        if (onService instanceof Command.DeleteService) {
            return null;
        }
        Service service = onService instanceof Command.EditService edit ? edit.service() : desired.service();
        Map<DestinationKey, Destination> destinations = new LinkedHashMap<>(desired.destinations());
        byTarget.values().stream()
                .filter(command -> command.serviceKey().equals(key))
                .forEach(command -> change(destinations, command));
        return new TableEntry(service, destinations);
    }

    /** The same with one more, or one less where it says what is desired anyway. */
    Overrides with(Command.OnService command, TableEntry desired) {
        Map<OverrideTarget, Command.OnService> all = new LinkedHashMap<>(byTarget);
        if (command instanceof Command.DeleteService) {
            all.keySet().removeIf(target -> target.service().equals(command.serviceKey()));
        }
        all.remove(OverrideTarget.of(command));
        Overrides without = new Overrides(all);
        all.put(OverrideTarget.of(command), command);
        Overrides with = new Overrides(all);
        return Objects.equals(with.over(desired), without.over(desired)) ? without : with;
    }

    /** Without those about a service or one of its destinations. */
    public Overrides without(Collection<? extends Command.OnService> lifted) {
        Map<OverrideTarget, Command.OnService> all = new LinkedHashMap<>(byTarget);
        lifted.forEach(command -> all.remove(OverrideTarget.of(command)));
        return new Overrides(all);
    }

    private static void change(Map<DestinationKey, Destination> destinations, Command.OnService command) {
        if (command instanceof Command.AddDestination add) {
            destinations.put(add.destination().key(), add.destination());
        } else if (command instanceof Command.DeleteDestination delete) {
            destinations.remove(delete.destination());
        } else if (command instanceof Command.EditDestination edit) {
            destinations.computeIfPresent(
                    edit.destination().key(),
                    (key, desired) -> desired.weight() == 0 ? edit.destination().withWeight(0) : edit.destination());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Overrides overrides && commands().equals(overrides.commands());
    }

    @Override
    public int hashCode() {
        return byTarget.hashCode();
    }

    /** For people: a line each, as ipvsadm takes it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        byTarget.values().forEach(command -> text.append(command).append('\n'));
        return text.toString();
    }
}

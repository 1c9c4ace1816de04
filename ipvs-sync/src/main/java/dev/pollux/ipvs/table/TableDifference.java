package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.ServiceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The least commands that turn one table into another, in an order that is safe for traffic: services that go leave
 * first, a service comes before its destinations, and of the destinations of one service those that go leave first,
 * then weights drop to zero, then the rest changes, then new ones come. With that order a sorry server is out before the
 * real servers return, and they are out before it comes, as with keepalived.
 */
public final class TableDifference {

    private final List<Command> commands = new ArrayList<>();

    private TableDifference() {}

    /**
     * What makes {@code observed} equal to {@code desired}, as far as it is ours.
     *
     * @param owned services written earlier by us: deleted when no longer desired
     * @param foreign what becomes of services that are neither desired nor owned
     */
    public static List<Command> between(
            IpvsTable observed, IpvsTable desired, Set<ServiceKey> owned, ForeignServices foreign) {
        TableDifference difference = new TableDifference();
        List<ServiceKey> leaving = observed.entries().keySet().stream()
                .filter(key -> !desired.entries().containsKey(key))
                .filter(key -> foreign == ForeignServices.DELETE || owned.contains(key))
                .toList();
        if (foreign == ForeignServices.DELETE
                && leaving.size() > 1
                && leaving.size() == observed.entries().size()) {
            difference.commands.add(new Command.Flush());
        } else {
            leaving.forEach(key -> difference.commands.add(new Command.DeleteService(key)));
        }
        desired.entries().values().forEach(entry -> {
            TableEntry present = observed.entries().get(entry.service().key());
            if (present == null) {
                difference.add(entry);
            } else if (!present.equals(entry)) {
                difference.change(present, entry);
            }
        });
        return List.copyOf(difference.commands);
    }

    private void add(TableEntry entry) {
        commands.add(new Command.AddService(entry.service()));
        entry.destinations().values().forEach(destination -> commands.add(add(entry, destination)));
    }

    private void change(TableEntry present, TableEntry wanted) {
        ServiceKey key = wanted.service().key();
        if (!present.service().equals(wanted.service())) {
            commands.add(new Command.EditService(wanted.service()));
        }
        if (present.destinations().equals(wanted.destinations())) {
            return;
        }
        List<Command> dropped = new ArrayList<>();
        List<Command> edited = new ArrayList<>();
        List<Command> added = new ArrayList<>();
        present.destinations().keySet().stream()
                .filter(destination -> !wanted.destinations().containsKey(destination))
                .forEach(destination -> commands.add(new Command.DeleteDestination(key, destination)));
        for (Destination destination : wanted.destinations().values()) {
            Destination old = present.destinations().get(destination.key());
            if (old == null) {
                added.add(add(wanted, destination));
            } else if (!old.equals(destination)) {
                (destination.weight() == 0 ? dropped : edited).add(new Command.EditDestination(key, destination));
            }
        }
        commands.addAll(dropped);
        commands.addAll(edited);
        commands.addAll(added);
    }

    private static Command add(TableEntry entry, Destination destination) {
        return new Command.AddDestination(entry.service().key(), destination);
    }
}

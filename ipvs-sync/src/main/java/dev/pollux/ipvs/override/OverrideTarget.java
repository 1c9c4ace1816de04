package dev.pollux.ipvs.override;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.IpvsadmArguments;
import org.jspecify.annotations.Nullable;

/**
 * What an override is about: there is at most one for each.
 *
 * @param destination null: the service itself
 */
record OverrideTarget(ServiceKey service, @Nullable DestinationKey destination) {

    static OverrideTarget of(Command.OnService command) {
        if (command instanceof Command.AddDestination add) {
            return new OverrideTarget(add.serviceKey(), add.destination().key());
        } else if (command instanceof Command.EditDestination edit) {
            return new OverrideTarget(edit.serviceKey(), edit.destination().key());
        } else if (command instanceof Command.DeleteDestination delete) {
            return new OverrideTarget(delete.serviceKey(), delete.destination());
        }
        return new OverrideTarget(command.serviceKey(), null);
    }

    @Override
    public String toString() {
        return IpvsadmArguments.of(service) + (destination == null ? "" : " -r " + destination);
    }
}

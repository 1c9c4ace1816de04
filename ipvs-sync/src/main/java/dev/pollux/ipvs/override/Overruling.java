package dev.pollux.ipvs.override;

import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a command on a service that the director owns.
 *
 * @param overrides those in force after it
 * @param answer as the kernel would give it
 */
public record Overruling(Overrides overrides, NetlinkAck answer) {

    /**
     * Takes a command.
     *
     * @param desired the service's entry as the director has it without overrides
     */
    public static Overruling take(Overrides overrides, Command.OnService command, TableEntry desired) {
        TableEntry wanted = overrides.over(desired);
        Errno refusal = refusal(command, wanted);
        if (refusal != null) {
            return new Overruling(overrides, new NetlinkAck(refusal.number(), ""));
        }
        return new Overruling(overrides.with(plain(command, desired), desired), NetlinkAck.OK);
    }

    /** The command that says what is to be, whatever was before. */
    private static Command.OnService plain(Command.OnService command, TableEntry desired) {
        if (command instanceof Command.AddService add) {
            return new Command.EditService(add.service());
        }
        Destination destination = destination(command);
        if (destination == null) {
            return command;
        }
        return desired.destinations().containsKey(destination.key())
                ? new Command.EditDestination(command.serviceKey(), destination)
                : new Command.AddDestination(command.serviceKey(), destination);
    }

    private static @Nullable Errno refusal(Command.OnService command, @Nullable TableEntry wanted) {
        if (command instanceof Command.AddService) {
            return wanted == null ? null : Errno.EEXIST;
        } else if (wanted == null) {
            return Errno.ESRCH;
        }
        Destination destination = destination(command);
        if (destination != null && destination.lowerThreshold() > destination.upperThreshold()) {
            return Errno.ERANGE;
        }
        if (command instanceof Command.AddDestination add) {
            return wanted.destinations().containsKey(add.destination().key()) ? Errno.EEXIST : null;
        } else if (command instanceof Command.EditDestination edit) {
            return wanted.destinations().containsKey(edit.destination().key()) ? null : Errno.ENOENT;
        } else if (command instanceof Command.DeleteDestination delete) {
            return wanted.destinations().containsKey(delete.destination()) ? null : Errno.ENOENT;
        }
        return null;
    }

    private static @Nullable Destination destination(Command.OnService command) {
        if (command instanceof Command.AddDestination add) {
            return add.destination();
        }
        return command instanceof Command.EditDestination edit ? edit.destination() : null;
    }
}

package dev.pollux.ipvs.admin;

import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;

/** Why the kernel refuses: of several commands the same error number means different things. */
final class Refusal {

    private Refusal() {}

    static String of(TableChange command, NetlinkAck answer) {
        if (command instanceof LocalAddressChange) {
            return ofLocalAddress(answer);
        }
        boolean onService = command instanceof Command.AddService
                || command instanceof Command.EditService
                || command instanceof Command.DeleteService;
        if (answer.is(Errno.EEXIST)) {
            return onService ? "Service already exists" : "Destination already exists";
        } else if (answer.is(Errno.ESRCH)) {
            return onService ? "No such service" : "Service not defined";
        } else if (answer.is(Errno.ENOENT)) {
            return onService ? "Scheduler or persistence engine not found" : "No such destination";
        }
        return answer.toString();
    }

    private static String ofLocalAddress(NetlinkAck answer) {
        if (answer.is(Errno.EEXIST)) {
            return "Local address already exists";
        } else if (answer.is(Errno.ENOENT)) {
            return "No such local address";
        }
        return answer.is(Errno.ESRCH) ? "Service not defined" : answer.toString();
    }

    static String ofZero(NetlinkAck answer) {
        return answer.is(Errno.ESRCH) ? "No such service" : answer.toString();
    }

    static String ofDaemon(NetlinkAck answer) {
        return answer.is(Errno.EEXIST)
                ? "Daemon has already run"
                : answer.is(Errno.ESRCH) ? "No daemon is running" : answer.toString();
    }
}

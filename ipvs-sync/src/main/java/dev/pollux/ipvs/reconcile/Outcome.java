package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.Service;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's answers to a batch of commands, judged: what it does not find when told to delete it is as good as
 * deleted; what exists when it should be added, or is missing when it should be edited, shows that the table is not what
 * it was believed to be; everything else is a refusal.
 *
 * @param done the commands that were carried out
 * @param surprises those whose answer contradicts what was believed of the table
 * @param refused refused commands with the reason, for people; without those that failed only because the service
 *     above them was refused
 * @param missing services whose scheduler or persistence engine the kernel does not have
 */
record Outcome(List<Command> done, List<Command> surprises, Map<Command, String> refused, List<Service> missing) {

    static Outcome of(List<Command> commands, List<NetlinkAck> answers) {
        List<Command> done = new ArrayList<>();
        List<Command> surprises = new ArrayList<>();
        Map<Command, String> refused = new LinkedHashMap<>();
        Set<ServiceKey> absent = new HashSet<>();
        List<Service> missing = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            NetlinkAck answer = answers.get(i);
            if (answer.succeeded() || deletedAnyway(command, answer)) {
                done.add(command);
            } else if (surprising(command, answer)) {
                if (!below(command, absent)) {
                    surprises.add(command);
                }
            } else {
                refused.put(command, reason(command, answer));
                if (command instanceof Command.AddService add) {
                    absent.add(add.serviceKey());
                }
                Service service = answer.is(Errno.ENOENT) ? service(command) : null;
                if (service != null) {
                    missing.add(service);
                }
            }
        }
        return new Outcome(done, surprises, refused, missing);
    }

    /** The modules without which commands may have been refused. */
    Set<String> missingModules() {
        Set<String> modules = new LinkedHashSet<>();
        missing.forEach(service -> modules.addAll(modules(service)));
        return modules;
    }

    private static boolean deletedAnyway(Command command, NetlinkAck answer) {
        return (command instanceof Command.DeleteService || command instanceof Command.DeleteDestination)
                && (answer.is(Errno.ENOENT) || answer.is(Errno.ESRCH));
    }

    private static boolean surprising(Command command, NetlinkAck answer) {
        return answer.is(Errno.EEXIST)
                || answer.is(Errno.ESRCH)
                || (answer.is(Errno.ENOENT) && command instanceof Command.EditDestination);
    }

    private static boolean below(Command command, Set<ServiceKey> missing) {
        return command instanceof Command.AddDestination add && missing.contains(add.serviceKey());
    }

    private static String reason(Command command, NetlinkAck answer) {
        Service service = answer.is(Errno.ENOENT) ? service(command) : null;
        return service == null ? answer.toString() : missingModule(service);
    }

    private static @Nullable Service service(Command command) {
        if (command instanceof Command.AddService add) {
            return add.service();
        }
        return command instanceof Command.EditService edit ? edit.service() : null;
    }

    private static String missingModule(Service service) {
        List<String> modules = modules(service);
        String scheduler = "this kernel has no scheduler " + service.scheduler() + " (module " + modules.get(0) + ")";
        return modules.size() == 1
                ? scheduler
                : scheduler + " or no persistence engine " + service.engine() + " (module " + modules.get(1) + ")";
    }

    private static List<String> modules(Service service) {
        String scheduler = "ip_vs_" + service.scheduler();
        return service.engine() == null ? List.of(scheduler) : List.of(scheduler, "ip_vs_pe_" + service.engine());
    }
}

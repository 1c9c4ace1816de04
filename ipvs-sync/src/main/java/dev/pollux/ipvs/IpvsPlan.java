package dev.pollux.ipvs;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.ipvs.marks.GroupMarks;
import dev.pollux.ipvs.table.Command;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a configuration would change.
 *
 * @param marks that groups then have
 * @param commands for the kernel's table as it is believed to be
 */
public record IpvsPlan(Configuration configuration, GroupMarks marks, List<Command> commands) {

    public IpvsPlan {
        commands = List.copyOf(commands);
    }

    /** For people: each change as the ipvsadm command line that would make it, and what is unsafe then. */
    public List<String> lines() {
        return Stream.concat(
                        commands.stream().map(command -> "ipvsadm " + command),
                        UncheckedServers.remarks(configuration).stream())
                .toList();
    }
}

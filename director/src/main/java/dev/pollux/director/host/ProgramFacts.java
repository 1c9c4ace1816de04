package dev.pollux.director.host;

import dev.pollux.linux.process.ProcessStatus;
import java.util.List;

/**
 * Who runs, and what they may.
 *
 * @param self this process
 * @param keepalived process ids of keepalived in this network namespace
 * @param managed interfaces that another program configures
 */
public record ProgramFacts(ProcessStatus self, List<Integer> keepalived, List<ManagedInterface> managed) {

    public ProgramFacts {
        keepalived = List.copyOf(keepalived);
        managed = List.copyOf(managed);
    }
}

package dev.pollux.linux.processes;

import java.util.List;

/**
 * A process as /proc shows it (proc_pid_comm(5), proc_pid_cmdline(5)).
 *
 * @param name at most 15 bytes
 * @param commandLine the program as it was called and its arguments; empty: a kernel thread, or a zombie
 */
public record RunningProcess(int pid, String name, List<String> commandLine) {

    public RunningProcess {
        commandLine = List.copyOf(commandLine);
    }
}

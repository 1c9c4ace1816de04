package dev.pollux.director.track;

import dev.pollux.grammar.model.Trackers.ParameterMatch;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.linux.processes.RunningProcess;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Which processes a {@code vrrp_track_process} means. */
final class ProcessMatch {

    /** The kernel keeps so many bytes of a name (proc_pid_comm(5)). */
    private static final int NAME_SIZE = 15;

    private ProcessMatch() {}

    static boolean matches(ProcessTracker tracker, RunningProcess process) {
        boolean byCommandLine =
                tracker.fullCommand() || tracker.command().size() > 1 || tracker.match() != ParameterMatch.NONE;
        return byCommandLine ? commandLine(tracker, process) : name(tracker).equals(process.name());
    }

    private static String name(ProcessTracker tracker) {
        String program = tracker.command().get(0);
        byte[] bytes = program.substring(program.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8);
        return new String(Arrays.copyOf(bytes, Math.min(bytes.length, NAME_SIZE)), StandardCharsets.UTF_8);
    }

    private static boolean commandLine(ProcessTracker tracker, RunningProcess process) {
        List<String> line = process.commandLine();
        if (line.isEmpty() || !line.get(0).equals(tracker.command().get(0))) {
            return false;
        }
        return parameters(tracker, line.subList(1, line.size()));
    }

    private static boolean parameters(ProcessTracker tracker, List<String> given) {
        List<String> wanted = tracker.command().subList(1, tracker.command().size());
        return switch (tracker.match()) {
            case NONE -> wanted.isEmpty() || given.equals(wanted);
            case EXACT -> given.equals(wanted);
            case PARTIAL ->
                given.size() >= wanted.size() && given.subList(0, wanted.size()).equals(wanted);
            case INITIAL -> initial(wanted, given);
        };
    }

    private static boolean initial(List<String> wanted, List<String> given) {
        int last = wanted.size() - 1;
        if (last < 0 || given.size() != wanted.size()) {
            return given.equals(wanted);
        }
        return given.subList(0, last).equals(wanted.subList(0, last))
                && given.get(last).startsWith(wanted.get(last));
    }
}

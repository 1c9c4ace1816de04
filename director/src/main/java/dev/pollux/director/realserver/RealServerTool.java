package dev.pollux.director.realserver;

import dev.pollux.director.ExitCode;
import dev.pollux.director.cli.Invocation.PrepareServer;
import dev.pollux.director.cli.RealServerNeeds;
import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.HostReader;
import dev.pollux.director.host.Sysctls;
import dev.pollux.director.realserver.Journal.Change;
import dev.pollux.linux.process.Capability;
import dev.pollux.linux.process.ProcessStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code pollux realserver}: does the steps that are not taken yet, remembers what was there before, and puts it back. */
public final class RealServerTool {

    private final ServerJournal file;
    private final PrintStream out;
    private final PrintStream errors;

    /** @param journal where to remember it, one file for each network namespace */
    public RealServerTool(Path journal, PrintStream out, PrintStream errors) {
        this.file = new ServerJournal(journal);
        this.out = out;
        this.errors = errors;
    }

    /** Returns what the process ends with. */
    public ExitCode run(PrepareServer request) {
        try {
            return switch (request.deed()) {
                case PLAN -> plan(request.needs());
                case SCRIPT -> print(ScriptText.script(request.needs()));
                case UNIT -> print(ScriptText.unit(request.needs()));
                case APPLY -> mayChange() ? apply(request.needs()) : ExitCode.PERMISSION;
                case REMOVE -> mayChange() ? remove(request.needs()) : ExitCode.PERMISSION;
            };
        } catch (IOException e) {
            errors.println("pollux: " + e.getMessage());
            return ExitCode.FATAL;
        }
    }

    private ExitCode print(String text) {
        out.print(text);
        out.flush();
        return ExitCode.OK;
    }

    private boolean mayChange() {
        if (ProcessStatus.read().has(Capability.NET_ADMIN)) {
            return true;
        }
        errors.println("pollux: realserver --apply and --remove need CAP_NET_ADMIN: run them as root");
        return false;
    }

    private ExitCode plan(RealServerNeeds needs) {
        HostFacts facts = HostReader.read();
        for (Step step : Preparation.of(needs)) {
            out.println(step.taken(facts) ? "# done already: " + step.command() : step.command());
        }
        return ExitCode.OK;
    }

    private ExitCode apply(RealServerNeeds needs) throws IOException {
        Journal journal = file.read().with(needs);
        file.write(journal);
        List<Step> steps = Preparation.of(needs);
        for (Step step : steps) {
            HostFacts facts = HostReader.read();
            if (!step.taken(facts)) {
                journal = journal.with(new Change(step.command(), step.undo(facts)));
                file.write(journal);
                CommandRunner.run(step.command());
                out.println(step.command());
            }
        }
        HostFacts after = HostReader.read();
        List<Step> missing = steps.stream().filter(step -> !step.taken(after)).toList();
        missing.forEach(step -> errors.println("pollux: this was done and had no effect: " + step.command()));
        return missing.isEmpty() ? ExitCode.OK : ExitCode.FATAL;
    }

    private ExitCode remove(RealServerNeeds needs) throws IOException {
        Journal journal = file.read().without(needs);
        ExitCode code = ExitCode.OK;
        for (Change change : journal.needless()) {
            code = undo(change) ? code : ExitCode.FATAL;
            journal = journal.without(change);
            file.write(journal);
        }
        file.write(journal);
        return code;
    }

    /** False where it could not be undone; another try would not help. */
    private boolean undo(Change change) {
        if (change.undo().isEmpty()) {
            return true;
        }
        if (isOverwritten(change)) {
            out.println("# somebody has changed it since, left alone: " + change.done());
            return true;
        }
        try {
            CommandRunner.run(change.undo());
            out.println(change.undo());
            return true;
        } catch (IOException e) {
            errors.println("pollux: " + e.getMessage());
            return false;
        }
    }

    /** Whether a kernel setting is no longer as it was set here. */
    private static boolean isOverwritten(Change change) {
        if (!change.done().startsWith(SysctlWords.SET)) {
            return false;
        }
        String assignment = change.done().substring(SysctlWords.SET.length());
        int equals = assignment.indexOf('=');
        int value = Integer.parseInt(assignment.substring(equals + 1));
        return !HostReader.read().sysctls().is(Sysctls.path(assignment.substring(0, equals)), value);
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the scripts of a configuration can be run, and whether anyone gave a thought to as whom. keepalived reports
 * a {@code vrrp_script} that is missing, and merely logs it of the others.
 */
final class ScriptChecks {

    private static final String DEFAULT_USER = "keepalived_script";

    private final Context context;
    private final HostFacts host;
    private final GlobalDraft global;

    ScriptChecks(Context context, HostFacts host, GlobalDraft global) {
        this.context = context;
        this.host = host;
        this.global = global;
    }

    void check(ConfigurationDraft draft, boolean vrrpStarts) {
        List<SourceSpan> runnable = new ArrayList<>();
        globalUser();
        if (vrrpStarts) {
            draft.trackers.forEach(tracker -> tracked(tracker, runnable));
            draft.instances.values().forEach(instance -> notifications(instance.notify.scripts, runnable));
            draft.syncGroups.values().stream()
                    .filter(group -> group.members.stream().anyMatch(draft.instances::containsKey))
                    .forEach(group -> notifications(group.notify.scripts, runnable));
            notifications(global.notification.scripts, runnable);
        }
        for (VirtualServerDraft service : draft.virtualServers) {
            notifications(service.scripts, runnable);
            for (RealServerDraft server : service.realServers) {
                notifications(server.scripts, runnable);
                server.checkers.forEach(checker -> checked(checker, runnable));
            }
        }
        if (!runnable.isEmpty() && !global.scriptSecurity) {
            context.report(
                    DiagnosticCode.SCRIPT_SECURITY,
                    runnable.get(0),
                    "scripts are run, and enable_script_security is not given",
                    "write enable_script_security in global_defs, and script_user if they need not be root");
        }
    }

    private void globalUser() {
        ScriptUser user = global.scriptUser;
        SourceSpan span = global.scriptUserSpan;
        if (user != null && span != null && !exists(user)) {
            context.report(
                    DiagnosticCode.SCRIPT,
                    span,
                    "there is no user " + user.name() + " or no group " + user.group() + ", script_user is ignored",
                    "name a user of this machine");
        }
    }

    private boolean exists(ScriptUser user) {
        return host.userExists(user.name()) && (user.group().isEmpty() || host.groupExists(user.group()));
    }

    private void tracked(TrackerDraft tracker, List<SourceSpan> runnable) {
        Script script = tracker.script;
        if (script == null) {
            return;
        }
        String what = "vrrp_script " + tracker.name;
        String problem = problem(script, tracker.user);
        if (problem != null) {
            context.report(
                    DiagnosticCode.SCRIPT,
                    tracker.span,
                    what + ": " + problem + ", it counts as failed",
                    "name a program that exists and that its user may run");
        } else if (!isFileTest(script)) {
            runnable.add(tracker.span);
        }
    }

    private void checked(CheckerDraft checker, List<SourceSpan> runnable) {
        ScriptType.Use use = checker.special.script;
        if (use == null) {
            return;
        }
        ScriptUser user = checker.special.user;
        if (user != null && !exists(user)) {
            context.report(
                    DiagnosticCode.SCRIPT,
                    checker.span,
                    "there is no user " + user.name() + ", the check is left out",
                    "name a user of this machine");
        } else {
            notification(new ScriptType.Use(use.script(), use.keyword(), checker.span), runnable);
        }
    }

    private void notifications(ScriptUses scripts, List<SourceSpan> runnable) {
        for (ScriptType.Use use : scripts.repeated()) {
            context.report(
                    DiagnosticCode.DUPLICATE,
                    use.span(),
                    use.keyword() + " is given twice, the second is ignored",
                    "call both from one script");
        }
        for (ScriptType.Use use : List.copyOf(scripts.uses())) {
            if (!notification(use, runnable)) {
                scripts.leaveOut(use);
            }
        }
    }

    /** False after a remark that it cannot be run. */
    private boolean notification(ScriptType.Use use, List<SourceSpan> runnable) {
        String problem = problem(use.script(), use.script().user());
        if (problem == null) {
            runnable.add(use.span());
        } else if (isOfDirector(use) && isByNobody(use.script())) {
            context.report(DiagnosticCode.SCRIPT, use.span(), use.keyword() + ": " + problem + ", it is not run", "");
        } else {
            context.remark(
                    use.span(),
                    use.keyword() + ": " + problem + ", it is not run",
                    "name a program that exists and that its user may run");
        }
        return problem == null;
    }

    /** keepalived reports a wrong user of these; of others it says so in its log only. */
    private static boolean isOfDirector(ScriptType.Use use) {
        return use.keyword().equals("startup_script") || use.keyword().equals("shutdown_script");
    }

    private boolean isByNobody(Script script) {
        return script.user() != null && !exists(script.user());
    }

    /** Whether a script is to be run at all. */
    boolean isRunnable(Script script) {
        return problem(script, script.user()) == null;
    }

    /** Why a script cannot be run; null: it can. */
    private @Nullable String problem(Script script, @Nullable ScriptUser user) {
        if (user != null && !exists(user)) {
            return "there is no user " + user.name() + (user.group().isEmpty() ? "" : " or no group " + user.group());
        }
        if (user == null && global.scriptSecurity && global.scriptUser == null && !host.userExists(DEFAULT_USER)) {
            return "script security needs script_user, or a user " + DEFAULT_USER;
        }
        if (isFileTest(script)) {
            return null;
        }
        String command = script.command().get(0);
        return switch (host.command(command)) {
            case RUNNABLE -> null;
            case INSECURE ->
                global.scriptSecurity && runsAsRoot(user) ? command + " could be changed by others than root" : null;
            case MISSING -> command + " is not there or is not executable";
        };
    }

    private boolean runsAsRoot(@Nullable ScriptUser user) {
        ScriptUser who = user == null ? global.scriptUser : user;
        return who != null && who.name().equals("root");
    }

    /** {@code </path} is not a program: the shell merely opens the file. */
    private static boolean isFileTest(Script script) {
        String command = script.command().get(0);
        return command.startsWith("<") || command.startsWith(">");
    }
}

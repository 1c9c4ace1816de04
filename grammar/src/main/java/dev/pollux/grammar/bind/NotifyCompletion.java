package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.NotificationDraft.FifoKind;
import dev.pollux.grammar.model.NotificationSettings;
import dev.pollux.grammar.model.NotificationSettings.Fifo;
import dev.pollux.grammar.model.NotificationSettings.LifeScript;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.NotifySettings.Occasion;
import dev.pollux.grammar.model.Script;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is told what: scripts that can be run, and defaults of {@code global_defs}. */
final class NotifyCompletion {

    private final ScriptChecks checks;
    private final GlobalDraft global;
    private final NotificationDraft draft;

    NotifyCompletion(ScriptChecks checks, GlobalDraft global) {
        this.checks = checks;
        this.global = global;
        this.draft = global.notification;
    }

    /**
     * Of an instance or a sync group.
     *
     * @param outer what its sync group says; null: it is in none, or is one itself
     */
    NotifySettings complete(NotifyDraft notify, @Nullable NotifyDraft outer) {
        Map<Occasion, Script> scripts = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            Script script = script(notify.scripts, occasion.keyword());
            if (script != null) {
                scripts.put(occasion, script);
            }
        }
        Set<NotifySettings.Flag> flags = EnumSet.noneOf(NotifySettings.Flag.class);
        Boolean group = outer == null ? null : outer.priorityChanges;
        add(flags, NotifySettings.Flag.MAIL, first(notify.mail, draft.mailOfRouters, draft.mail, false));
        add(
                flags,
                NotifySettings.Flag.PRIORITY_CHANGES,
                first(notify.priorityChanges, group, null, draft.priorityChanges));
        add(flags, NotifySettings.Flag.DELETION, notify.deletion);
        return new NotifySettings(scripts, flags);
    }

    NotificationSettings global() {
        Set<NotificationSettings.Flag> flags = EnumSet.noneOf(NotificationSettings.Flag.class);
        add(flags, NotificationSettings.Flag.SCRIPT_SECURITY, global.scriptSecurity);
        add(flags, NotificationSettings.Flag.SUPPLEMENTARY_GROUPS, draft.supplementaryGroups);
        add(flags, NotificationSettings.Flag.STATES_ON_RELOAD, draft.statesOnReload);
        add(flags, NotificationSettings.Flag.INITIAL_SERVER_STATES, draft.initialServerStates);
        Fifo all = fifo(FifoKind.ALL, null);
        return new NotificationSettings(
                all,
                fifo(FifoKind.VRRP, all),
                fifo(FifoKind.SERVERS, all),
                mail(),
                life("startup_script", draft.startupTimeout),
                life("shutdown_script", draft.shutdownTimeout),
                flags);
    }

    /** A FIFO that is the one of all events already gets nothing twice. */
    private @Nullable Fifo fifo(FifoKind kind, @Nullable Fifo all) {
        NotificationDraft.FifoDraft fifo = draft.fifos.get(kind);
        if (fifo == null || (all != null && all.path().equals(fifo.path()))) {
            return null;
        }
        return new Fifo(fifo.path(), fifo.owner(), script(draft.scripts, kind.scriptKeyword()));
    }

    private NotificationSettings.@Nullable Mail mail() {
        MailServerType.Server server = draft.mailServer;
        if (server == null || draft.recipients.isEmpty()) {
            return null;
        }
        return new NotificationSettings.Mail(
                server.host(),
                server.port(),
                draft.helo,
                draft.mailTimeout.isZero() ? Duration.ofSeconds(1) : draft.mailTimeout,
                draft.mailFrom,
                draft.recipients,
                draft.withoutFaults,
                draft.withoutCheckers);
    }

    private @Nullable LifeScript life(String keyword, Duration timeout) {
        Script script = script(draft.scripts, keyword);
        return script == null ? null : new LifeScript(script, timeout);
    }

    private @Nullable Script script(ScriptUses uses, String keyword) {
        return uses.uses().stream()
                .filter(use -> use.keyword().equals(keyword))
                .map(ScriptType.Use::script)
                .filter(checks::isRunnable)
                .map(global::owned)
                .findFirst()
                .orElse(null);
    }

    private static <F> void add(Set<F> flags, F flag, boolean on) {
        if (on) {
            flags.add(flag);
        }
    }

    private static boolean first(
            @Nullable Boolean own, @Nullable Boolean outer, @Nullable Boolean outermost, boolean fallback) {
        Boolean given = own != null ? own : outer != null ? outer : outermost;
        return Objects.requireNonNullElse(given, fallback);
    }
}

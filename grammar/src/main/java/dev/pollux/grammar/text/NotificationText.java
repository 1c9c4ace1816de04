package dev.pollux.grammar.text;

import dev.pollux.grammar.model.NotificationSettings;
import dev.pollux.grammar.model.NotificationSettings.Fifo;
import dev.pollux.grammar.model.NotificationSettings.Flag;
import dev.pollux.grammar.model.NotificationSettings.LifeScript;
import dev.pollux.grammar.model.NotificationSettings.Mail;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.NotifySettings.Occasion;
import dev.pollux.grammar.model.Script;
import org.jspecify.annotations.Nullable;

/** Who is told what. */
final class NotificationText {

    private NotificationText() {}

    /** {@code global_defs}. */
    static void write(NotificationSettings settings, Lines lines) {
        lines.flag("enable_script_security", settings.flags().contains(Flag.SCRIPT_SECURITY));
        lines.flag("set_supplementary_groups", settings.flags().contains(Flag.SUPPLEMENTARY_GROUPS));
        fifo("notify_fifo", settings.all(), lines);
        fifo("vrrp_notify_fifo", settings.vrrp(), lines);
        fifo("lvs_notify_fifo", settings.servers(), lines);
        lines.flag("fifo_write_vrrp_states_on_reload", settings.flags().contains(Flag.STATES_ON_RELOAD));
        lines.flag("rs_init_notifies", settings.flags().contains(Flag.INITIAL_SERVER_STATES));
        life("startup_script", settings.startup(), lines);
        life("shutdown_script", settings.shutdown(), lines);
        if (settings.mail() != null) {
            mail(settings.mail(), lines);
        }
    }

    /** A {@code vrrp_instance} or {@code vrrp_sync_group}. */
    static void write(NotifySettings settings, Lines lines) {
        for (Occasion occasion : Occasion.values()) {
            script(occasion.keyword(), settings.scripts().get(occasion), lines);
        }
        boolean deletion = settings.flags().contains(NotifySettings.Flag.DELETION);
        lines.flag(Occasion.DELETED.keyword(), deletion && !settings.scripts().containsKey(Occasion.DELETED));
        lines.onOff("smtp_alert", settings.flags().contains(NotifySettings.Flag.MAIL));
        lines.onOff("notify_priority_changes", settings.flags().contains(NotifySettings.Flag.PRIORITY_CHANGES));
    }

    private static void fifo(String keyword, @Nullable Fifo fifo, Lines lines) {
        if (fifo != null) {
            String owner = fifo.owner() == null ? "" : " " + ScriptText.user(fifo.owner());
            lines.line(keyword + " " + Lines.quoted(fifo.path()) + owner);
            script(keyword + "_script", fifo.reader(), lines);
        }
    }

    private static void life(String keyword, @Nullable LifeScript script, Lines lines) {
        if (script != null) {
            script(keyword, script.script(), lines);
            lines.seconds(keyword + "_timeout", script.timeout());
        }
    }

    private static void mail(Mail mail, Lines lines) {
        lines.line("smtp_server " + Lines.quoted(mail.server()) + " " + mail.port());
        if (mail.helo() != null) {
            lines.word("smtp_helo_name", mail.helo());
        }
        lines.seconds("smtp_connect_timeout", mail.timeout());
        if (mail.from() != null) {
            lines.word("notification_email_from", mail.from());
        }
        lines.block("notification_email", () -> mail.recipients().forEach(lines::line));
        lines.flag("no_email_faults", mail.withoutFaults());
        lines.onOff("no_checker_emails", mail.withoutCheckers());
    }

    private static void script(String keyword, @Nullable Script script, Lines lines) {
        if (script != null) {
            lines.line(keyword + " " + ScriptText.line(script));
        }
    }
}

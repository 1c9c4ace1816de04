package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.AloneType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import java.time.Duration;
import java.util.List;

/** The keywords of {@code global_defs} about mail, scripts, FIFOs, SNMP and D-Bus. */
final class GlobalNotifyRows {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    private static final String METRICS = "there is no SNMP agent; see /metrics";
    private static final String NO_DBUS = "there is no D-Bus interface; see the HTTP interface";

    private GlobalNotifyRows() {}

    static void add(BlockSchema.Builder<GlobalDraft> rows) {
        mail(rows);
        scripts(rows);
        fifos(rows);
        others(rows);
    }

    private static void mail(BlockSchema.Builder<GlobalDraft> rows) {
        rows.keyword(
                        "notification_email_from",
                        TextType.of("an e-mail address"),
                        (d, v, at) -> d.notification.mailFrom = v)
                .keyword("smtp_server", new MailServerType(), (d, v, at) -> {
                    d.notification.mailServer = v;
                    d.notification.mailServerSpan = at.spanOf(0);
                })
                .keyword("smtp_helo_name", TextType.of("a host name"), (d, v, at) -> d.notification.helo = v)
                .keyword("smtp_connect_timeout", IntegerType.lenient(0, 4294), GlobalNotifyRows::mailTimeout)
                .add(new Entry.Lines<>(
                        "notification_email",
                        (d, head) -> new Recipients(head, d.notification.recipients),
                        Support.ACTED_ON,
                        ""))
                .keyword("smtp_alert", BOOLEAN, (d, v, at) -> d.notification.mail = v)
                .keyword("smtp_alert_vrrp", BOOLEAN, (d, v, at) -> d.notification.mailOfRouters = v)
                .keyword("smtp_alert_checker", BOOLEAN, (d, v, at) -> d.notification.mailOfServers = v)
                .keyword("no_email_faults", FLAG, (d, v, at) -> d.notification.withoutFaults = true)
                .keyword("no_checker_emails", BOOLEAN, (d, v, at) -> d.notification.withoutCheckers = v);
    }

    private static void mailTimeout(GlobalDraft draft, Long seconds, Arguments at) {
        if (seconds == 0) {
            at.report(DiagnosticCode.OUT_OF_RANGE, 0, "smtp_connect_timeout 0 is read as 1", "write at least 1");
        }
        draft.notification.mailTimeout = Duration.ofSeconds(Math.max(1, seconds));
    }

    private static void scripts(BlockSchema.Builder<GlobalDraft> rows) {
        rows.keyword("script_user", new UserType(), (d, v, at) -> {
                    d.scriptUser = v;
                    d.scriptUserSpan = at.span();
                })
                .keyword("enable_script_security", FLAG, (d, v, at) -> d.scriptSecurity = true)
                .withoutEffect("use_symlink_paths", BOOLEAN, "paths of scripts are not changed")
                .keyword("set_supplementary_groups", BOOLEAN, (d, v, at) -> d.notification.supplementaryGroups = v)
                .keyword(
                        "startup_script",
                        new ScriptType(),
                        (d, v, at) -> d.notification.scripts.addOnce(ScriptType.Use.of(v, at)))
                .keyword(
                        "startup_script_timeout",
                        IntegerType.lenient(1, 1000),
                        (d, v, at) -> d.notification.startupTimeout = Duration.ofSeconds(v))
                .keyword(
                        "shutdown_script",
                        new ScriptType(),
                        (d, v, at) -> d.notification.scripts.addOnce(ScriptType.Use.of(v, at)))
                .keyword(
                        "shutdown_script_timeout",
                        IntegerType.lenient(1, 1000),
                        (d, v, at) -> d.notification.shutdownTimeout = Duration.ofSeconds(v));
    }

    private static void fifos(BlockSchema.Builder<GlobalDraft> rows) {
        for (NotificationDraft.FifoKind kind : NotificationDraft.FifoKind.values()) {
            rows.keyword(kind.keyword(), new FifoType(), (d, v, at) -> d.notification.fifos.putIfAbsent(kind, v))
                    .keyword(
                            kind.scriptKeyword(),
                            new ScriptType(),
                            (d, v, at) -> d.notification.scripts.addOnce(ScriptType.Use.of(v, at)));
        }
        rows.keyword("vrrp_notify_priority_changes", BOOLEAN, (d, v, at) -> d.notification.priorityChanges = v)
                .keyword("fifo_write_vrrp_states_on_reload", FLAG, (d, v, at) -> d.notification.statesOnReload = true)
                .keyword("rs_init_notifies", BOOLEAN, (d, v, at) -> d.notification.initialServerStates = v);
    }

    private static void others(BlockSchema.Builder<GlobalDraft> rows) {
        rows.withoutEffect("snmp_socket", new AloneType<>(TextType.of("the address of an agent")), METRICS)
                .withoutEffect("enable_traps", FLAG, METRICS)
                .withoutEffect("enable_snmp_vrrp", FLAG, METRICS)
                .withoutEffect("enable_snmp_keepalived", FLAG, METRICS)
                .withoutEffect("enable_snmp_rfc", FLAG, METRICS)
                .withoutEffect("enable_snmp_rfcv2", FLAG, METRICS)
                .withoutEffect("enable_snmp_rfcv3", FLAG, METRICS)
                .withoutEffect("enable_snmp_checker", FLAG, METRICS)
                .withoutEffect("snmp_vs_stats_update_interval", SecondsType.seconds(0.001, 30), METRICS)
                .withoutEffect("snmp_rs_stats_update_interval", SecondsType.seconds(0.001, 30), METRICS)
                .withoutEffect("enable_dbus", FLAG, NO_DBUS)
                .withoutEffect("dbus_service_name", TextType.of("a name"), NO_DBUS)
                .withoutEffect("dbus_no_interface_name", TextType.of("a name"), NO_DBUS);
    }

    /** Addresses of {@code notification_email}: each word is one. */
    private static final class Recipients implements Entry.Line {

        private final Arguments head;
        private final List<String> recipients;
        private boolean empty = true;

        Recipients(Arguments head, List<String> recipients) {
            this.head = head;
            this.recipients = recipients;
        }

        @Override
        public void read(Arguments line) {
            empty = false;
            line.words().forEach(word -> recipients.add(word.text()));
        }

        @Override
        public void end() {
            if (empty) {
                head.report(
                        DiagnosticCode.MISSING_SETTING, "notification_email is empty", "write addresses, or remove it");
            }
        }
    }
}

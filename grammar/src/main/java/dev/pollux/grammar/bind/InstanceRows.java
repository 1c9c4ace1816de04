package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.VirtualInterface.Kind;
import dev.pollux.grammar.schema.AloneType;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.OptionalType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;

/** The keywords of {@code vrrp_instance} that nothing acts on yet. */
final class InstanceRows {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    static final String[] SCRIPTS = {"notify_backup", "notify_master", "notify_fault", "notify_stop", "notify"};

    /** Why buffers of sockets for adverts are not for the file to set. */
    static final String ROOM = "a socket has room for a thousand adverts";

    private InstanceRows() {}

    static void add(BlockSchema.Builder<InstanceDraft> rows) {
        interfaces(rows);
        adverts(rows);
        trackers(rows);
        notifications(rows);
    }

    private static void interfaces(BlockSchema.Builder<InstanceDraft> rows) {
        rows.keyword(
                        "use_vmac",
                        WordsType.atLeast(0, "[NAME|name NAME] [MAC] [group G] [netlink_notify_msg]"),
                        (d, v, at) -> d.virtualInterface = VirtualInterfaceWords.read(Kind.MACVLAN, at))
                .keyword("use_vmac_addr", FLAG, (d, v, at) -> d.virtualMacForAddresses = true)
                .keyword("vmac_xmit_base", FLAG, (d, v, at) -> d.transmitOnBase = true)
                .keyword(
                        "use_ipvlan",
                        WordsType.atLeast(0, "[NAME|name NAME] [ADDR[/LEN]] [bridge|private|vepa] [group G]"),
                        (d, v, at) -> d.virtualInterface = VirtualInterfaceWords.read(Kind.IPVLAN, at))
                .keyword("restore_deleted", BOOLEAN, (d, v, at) -> d.restoreDeleted = v)
                .keyword("vrf", TextType.of("an interface"), (d, v, at) -> d.vrf = v)
                .withoutEffect(
                        "linkbeat_use_polling",
                        FLAG,
                        "the kernel reports link states by netlink",
                        (d, v, at) -> at.report(
                                DiagnosticCode.DEPRECATED,
                                "linkbeat_use_polling has no effect: the kernel reports link states by netlink",
                                "remove it"));
    }

    private static void adverts(BlockSchema.Builder<InstanceDraft> rows) {
        IntegerType priority = IntegerType.strict(1, 254);
        rows.keyword("accept", FLAG, (d, v, at) -> {
                    d.accept = true;
                    d.noAccept = false;
                })
                .keyword("no_accept", FLAG, (d, v, at) -> {
                    d.accept = false;
                    d.noAccept = true;
                })
                .withoutEffect("debug", IntegerType.lenient(0, 4), "lines of the log have a level (-D)")
                .keyword(
                        "timer_expired_backup",
                        new OptionalType<>(priority, 254L),
                        (d, v, at) -> d.expiredBackup = v.intValue())
                .deprecated("thread_timer_expired", "timer_expired_backup")
                .keyword("garp_extra_if", new ExtraInterfacesType(0), (d, v, at) -> d.garp.extra = v)
                .deprecated("vmac_garp_intvl", "garp_extra_if")
                .withoutEffect("kernel_rx_buf_size", new AloneType<>(IntegerType.strict(0, 0xFFFFFFFFL)), ROOM);
    }

    private static void trackers(BlockSchema.Builder<InstanceDraft> rows) {
        for (TrackerBlock block : TrackerBlock.values()) {
            rows.add(new Entry.Lines<>(
                    block.keyword(),
                    (d, head) -> new TrackerLines(d.names, block, d.trackedObjects),
                    Support.ACTED_ON,
                    ""));
        }
    }

    private static void notifications(BlockSchema.Builder<InstanceDraft> rows) {
        ArgumentType<Script> script = new ScriptType();
        for (String keyword : SCRIPTS) {
            rows.required(keyword, script, "none", (d, v, at) -> d.notify.scripts.addOnce(ScriptType.Use.of(v, at)));
        }
        rows.required(
                        "notify_master_rx_lower_pri",
                        script,
                        "none",
                        (d, v, at) -> d.notify.scripts.addOnce(ScriptType.Use.of(v, at)))
                .keyword("notify_deleted", new DeletionType(), (d, v, at) -> {
                    d.notify.deletion = true;
                    v.forEach(deleted -> d.notify.scripts.addOnce(ScriptType.Use.of(deleted, at)));
                })
                .keyword("smtp_alert", BOOLEAN, (d, v, at) -> d.notify.mail = v)
                .keyword("notify_priority_changes", BOOLEAN, (d, v, at) -> d.notify.priorityChanges = v)
                .keyword("lvs_sync_daemon_interface", TextType.of("an interface"), (d, v, at) -> {
                    d.syncDaemonInterface = v;
                    at.report(
                            DiagnosticCode.DEPRECATED,
                            "lvs_sync_daemon_interface belongs to global_defs",
                            "write lvs_sync_daemon " + v + " " + d.name + " in global_defs");
                });
    }
}

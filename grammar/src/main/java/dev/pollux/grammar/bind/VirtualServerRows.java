package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.AloneType;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.TextType;

/** The keywords of {@code virtual_server} and {@code real_server} that nothing acts on yet. */
final class VirtualServerRows {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    private static final String METRICS = "there is no SNMP agent; see /metrics";

    private VirtualServerRows() {}

    static void add(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.keywordNotYet("ha_suspend", FLAG, (d, v, at) -> d.onlyWhereHeld = true)
                .keyword("smtp_alert", BOOLEAN, (d, v, at) -> d.mail = v)
                .withoutEffect("snmp_name", new AloneType<>(TextType.of("a name")), METRICS)
                .required(
                        "quorum_up",
                        new ScriptType(),
                        "none",
                        (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .required(
                        "quorum_down",
                        new ScriptType(),
                        "none",
                        (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .withoutEffect(
                        "nat_mask",
                        TextType.of("a netmask"),
                        "it is a keyword of Linux 2.2",
                        (d, v, at) -> at.report(
                                DiagnosticCode.UNSUPPORTED,
                                "nat_mask is a keyword of Linux 2.2, it is ignored",
                                "remove it"));
    }

    static void realServer(BlockSchema.Builder<RealServerDraft> rows) {
        rows.required("notify_up", new ScriptType(), "none", (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .required(
                        "notify_down",
                        new ScriptType(),
                        "none",
                        (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .keyword("smtp_alert", BOOLEAN, (d, v, at) -> d.mail = v)
                .withoutEffect("snmp_name", new AloneType<>(TextType.of("a name")), METRICS);
    }
}

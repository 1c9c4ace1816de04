package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.UrlDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;

/** The keywords of {@code virtual_server}, {@code real_server} and {@code url} that nothing acts on yet. */
final class VirtualServerRows {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    private static final String METRICS = "there is no SNMP agent; see /metrics";
    private static final IntegerType OFFSET = IntegerType.strict(0, Integer.MAX_VALUE);

    private VirtualServerRows() {}

    static void add(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.accepted("ha_suspend", FLAG)
                .accepted("smtp_alert", BOOLEAN)
                .withoutEffect("snmp_name", TextType.of("a name"), METRICS)
                .requiredNotYet(
                        "quorum_up", new ScriptType(), (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .requiredNotYet(
                        "quorum_down", new ScriptType(), (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .keywordNotYet(
                        "nat_mask",
                        TextType.of("a netmask"),
                        (d, v, at) -> at.report(
                                DiagnosticCode.UNSUPPORTED,
                                "nat_mask is a keyword of Linux 2.2, it is ignored",
                                "remove it"));
    }

    static void realServer(BlockSchema.Builder<RealServerDraft> rows) {
        rows.requiredNotYet("notify_up", new ScriptType(), (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .requiredNotYet(
                        "notify_down", new ScriptType(), (d, v, at) -> d.scripts.addOnce(ScriptType.Use.of(v, at)))
                .accepted("smtp_alert", BOOLEAN)
                .withoutEffect("snmp_name", TextType.of("a name"), METRICS);
    }

    static void url(BlockSchema.Builder<UrlDraft> rows, CheckerDraft.Kind kind) {
        rows.accepted("regex", WordsType.atLeast(1, "a regular expression in double quotes"))
                .accepted("regex_no_match", FLAG)
                .accepted("regex_options", WordsType.atLeast(1, "options of PCRE2"))
                .accepted("regex_min_offset", OFFSET)
                .accepted("regex_max_offset", OFFSET)
                .accepted("regex_stack", new WordsType("START MAX", 2, 2));
        if (kind == CheckerDraft.Kind.SSL_GET) {
            rows.accepted("tls_compliant", BOOLEAN);
        }
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.Kind;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.TextType;

/** The keywords of {@code real_server}. */
final class RealServerSchema {

    private static final BooleanType BOOLEAN = new BooleanType();
    private static final long UNSIGNED = 0xFFFFFFFFL;
    private static final IntegerType RETRIES = IntegerType.strict(1, UNSIGNED);

    private RealServerSchema() {}

    static BlockSchema<RealServerDraft> create() {
        BlockSchema.Builder<RealServerDraft> rows = BlockSchema.<RealServerDraft>named("real_server")
                .required(
                        "weight",
                        IntegerType.lenient(0, Integer.MAX_VALUE),
                        "1, or the weight of the virtual_server,",
                        (d, v, at) -> d.weight = v.intValue())
                .required("lvs_method", new ForwardingType(), "that of the virtual_server", (d, v, at) -> d.forward(v))
                // keepalived knows it in virtual_server only, its forks also here.
                .deprecated("lb_kind", "lvs_method")
                .required("uthreshold", IntegerType.lenient(0, UNSIGNED), "0", (d, v, at) -> d.upperThreshold = v)
                .required("lthreshold", IntegerType.lenient(0, UNSIGNED), "0", (d, v, at) -> d.lowerThreshold = v)
                .keyword("inhibit_on_failure", BOOLEAN, (d, v, at) -> d.inhibitOnFailure = v)
                .keyword("virtualhost", TextType.of("a host name"), (d, v, at) -> d.virtualHost = v);
        timing(rows);
        VirtualServerRows.realServer(rows);
        for (Kind kind : Kind.values()) {
            rows.add(CheckerSchemas.block(kind));
        }
        return rows.build();
    }

    private static void timing(BlockSchema.Builder<RealServerDraft> rows) {
        String outer = "that of the virtual_server";
        rows.required("retry", RETRIES, outer, (d, v, at) -> d.timing.retry = (int) Math.min(v, Integer.MAX_VALUE))
                .required(
                        "delay_before_retry",
                        CheckerSchemas.SECONDS,
                        outer,
                        (d, v, at) -> d.timing.delayBeforeRetry = v)
                .required("warmup", CheckerSchemas.SECONDS, outer, (d, v, at) -> d.timing.warmup = v)
                .required("delay_loop", CheckerSchemas.POSITIVE_SECONDS, outer, (d, v, at) -> d.timing.delayLoop = v)
                .required("connect_timeout", CheckerSchemas.POSITIVE_SECONDS, outer, (d, v, at) -> d.connectTimeout = v)
                .keyword("alpha", BOOLEAN, (d, v, at) -> d.timing.alpha = v);
    }
}

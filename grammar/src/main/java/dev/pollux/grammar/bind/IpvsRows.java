package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.FlagType;

/** The keywords of {@code global_defs} about the kernel's IPVS. */
final class IpvsRows {

    private IpvsRows() {}

    static void add(BlockSchema.Builder<GlobalDraft> rows) {
        rows.keyword("lvs_flush", new FlagType(), (d, v, at) -> d.ipvs.flushAtStart = true)
                .keyword("lvs_flush_on_stop", new FlushOnStopType(), (d, v, at) -> d.ipvs.flushOnStop = v)
                .alias("lvs_flush_onstop", "lvs_flush_on_stop");
    }

    /** {@code lvs_flush_on_stop [VS]}: true for the whole table, false for our own services. */
    private record FlushOnStopType() implements ArgumentType<Boolean> {
        @Override
        public Boolean read(Arguments arguments) {
            boolean own = !arguments.isEmpty() && arguments.text(0).equals("VS");
            if (!arguments.isEmpty() && !own) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        0,
                        "unknown option '" + arguments.text(0) + "', it is ignored",
                        "write " + describe());
            }
            return arguments.isEmpty();
        }

        @Override
        public String describe() {
            return "nothing or VS";
        }

        @Override
        public int least() {
            return 0;
        }
    }
}

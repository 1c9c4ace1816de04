package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.ChoiceType;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import java.util.Locale;

/** The keywords of {@code global_defs} about the kernel's IPVS. */
final class IpvsRows {

    private static final ChoiceType REPAIR = ChoiceType.of("off", "observe", "on");

    private IpvsRows() {}

    static void add(BlockSchema.Builder<GlobalDraft> rows) {
        rows.keyword("lvs_flush", new FlagType(), (d, v, at) -> d.ipvs.flushAtStart = true)
                .keyword("lvs_flush_on_stop", new FlushOnStopType(), (d, v, at) -> d.ipvs.flushOnStop = v)
                .alias("lvs_flush_onstop", "lvs_flush_on_stop")
                .keyword("lvs_timeouts", new TimeoutsType(), (d, v, at) -> d.ipvs.timeouts = v)
                .keyword("lvs_sync_daemon", new SyncDaemonType(), IpvsRows::syncDaemon)
                .keyword("drift_repair", REPAIR, (d, v, at) -> d.ipvs.driftRepair = repair(v))
                .keyword("sysctl_repair", REPAIR, (d, v, at) -> d.ipvs.sysctlRepair = repair(v))
                .keyword(
                        "lvs_max_deletions",
                        IntegerType.strict(0, Integer.MAX_VALUE),
                        (d, v, at) -> d.ipvs.maxDeletions = v.intValue());
    }

    private static void syncDaemon(GlobalDraft draft, SyncDaemonType.Draft daemon, Arguments at) {
        if (draft.ipvs.syncDaemon == null) {
            draft.ipvs.syncDaemon = daemon;
        } else {
            at.report(
                    DiagnosticCode.DUPLICATE,
                    "lvs_sync_daemon stands above already, this one is ignored",
                    "remove one");
        }
    }

    private static Repair repair(String word) {
        return Repair.valueOf(word.toUpperCase(Locale.ROOT));
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

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The blocks that define what can be tracked by name. */
final class TrackerSchemas {

    private static final FlagType FLAG = new FlagType();
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final IntegerType COUNT = IntegerType.lenient(1, Integer.MAX_VALUE);
    private static final SecondsType DELAY = SecondsType.seconds(0.000001, 3600);

    private TrackerSchemas() {}

    static void add(BlockSchema.Builder<ConfigurationDraft> rows) {
        rows.add(block("vrrp_script", script(), Names.Kind.SCRIPT))
                .add(block("track_file", file("track_file"), Names.Kind.FILE))
                .add(block("vrrp_track_file", file("vrrp_track_file"), Names.Kind.FILE))
                .add(block("vrrp_track_process", process(), Names.Kind.PROCESS))
                .add(BfdSchema.block());
    }

    private static Entry<ConfigurationDraft> block(String keyword, BlockSchema<TrackerDraft> schema, Names.Kind kind) {
        return new Entry.Block<>(
                keyword, schema, true, (d, head) -> open(head, kind), TrackerSchemas::close, Support.ACTED_ON, "");
    }

    private static @Nullable TrackerDraft open(Arguments head, Names.Kind kind) {
        if (head.isEmpty()) {
            head.report(DiagnosticCode.INCOMPLETE, head.keyword() + " has no name, the block is ignored", "write one");
            return null;
        }
        return new TrackerDraft(kind, head.text(0), head.span());
    }

    private static void close(ConfigurationDraft draft, TrackerDraft tracker, Arguments head) {
        if (tracker.hasTarget) {
            draft.trackers.add(tracker);
            draft.names.define(tracker.kind, tracker.name);
            return;
        }
        String missing =
                switch (tracker.kind) {
                    case SCRIPT -> "script";
                    case FILE -> "file";
                    default -> "process";
                };
        head.report(
                DiagnosticCode.INCOMPLETE,
                head.keyword() + " " + tracker.name + " has no " + missing + ", it is left out",
                "write " + missing);
    }

    private static BlockSchema<TrackerDraft> script() {
        return BlockSchema.<TrackerDraft>named("vrrp_script")
                .keyword("script", new ScriptType(), (d, v, at) -> {
                    d.hasTarget = true;
                    d.script = v;
                })
                .required(
                        "interval",
                        SecondsType.seconds(0, 4294),
                        "its default",
                        (d, v, at) -> d.interval = orSecond(v, at))
                .required(
                        "timeout",
                        SecondsType.seconds(0, 4294),
                        "its default",
                        (d, v, at) -> d.timeout = orSecond(v, at))
                .required("weight", weight(253), "its default", (d, v, at) -> d.worth = v)
                .required("rise", COUNT, "its default", (d, v, at) -> d.rise = v.intValue())
                .required("fall", COUNT, "its default", (d, v, at) -> d.fall = v.intValue())
                .required("user", new UserType(), "its default", (d, v, at) -> d.user = v)
                .keyword("init_fail", FLAG, (d, v, at) -> d.initiallyFailed = true)
                .build();
    }

    private static Duration orSecond(Duration time, Arguments at) {
        if (time.isZero()) {
            at.report(DiagnosticCode.OUT_OF_RANGE, 0, at.keyword() + " 0 is read as 1", "write a time above 0");
        }
        return time.isZero() ? SECOND : time;
    }

    /** The first counts. */
    private static boolean isFirst(TrackerDraft draft, Arguments at) {
        if (draft.hasTarget) {
            at.report(
                    DiagnosticCode.DUPLICATE,
                    at.keyword() + " is given twice, the second is ignored",
                    "write a block for each");
        }
        return !draft.hasTarget;
    }

    private static BlockSchema<TrackerDraft> file(String keyword) {
        return BlockSchema.<TrackerDraft>named(keyword)
                .keyword("file", TextType.of("a path"), (d, v, at) -> {
                    d.path = isFirst(d, at) ? v : d.path;
                    d.hasTarget = true;
                })
                .keyword("weight", weight(254), (d, v, at) -> d.worth = v)
                .keyword("init_file", new InitialContentType(), (d, v, at) -> d.initial = v)
                .build();
    }

    private static BlockSchema<TrackerDraft> process() {
        return BlockSchema.<TrackerDraft>named("vrrp_track_process")
                .required("process", WordsType.atLeast(1, "PATH [PARAMETER ...]"), "its default", (d, v, at) -> {
                    d.command = isFirst(d, at) ? v : d.command;
                    d.hasTarget = true;
                })
                .keyword("param_match", new ParameterMatchType(), (d, v, at) -> d.match = v)
                .keyword("weight", weight(254), (d, v, at) -> d.worth = v)
                .required("quorum", IntegerType.lenient(1, 65535), "its default", (d, v, at) -> d.quorum = v.intValue())
                .required(
                        "quorum_max",
                        IntegerType.lenient(0, 65535),
                        "its default",
                        (d, v, at) -> d.maximum = v.intValue())
                .required("delay", DELAY, "its default", (d, v, at) -> {
                    d.terminateDelay = v;
                    d.forkDelay = v;
                })
                .required("terminate_delay", DELAY, "its default", (d, v, at) -> d.terminateDelay = v)
                .required("fork_delay", DELAY, "its default", (d, v, at) -> d.forkDelay = v)
                .keyword("full_command", FLAG, (d, v, at) -> d.fullCommand = true)
                .build();
    }

    private static WeightType weight(int limit) {
        return new WeightType(limit);
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.AddressType;
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
    private static final SecondsType MILLISECONDS = SecondsType.milliseconds(1, 4_294_967);

    private TrackerSchemas() {}

    static void add(BlockSchema.Builder<ConfigurationDraft> rows) {
        rows.add(block("vrrp_script", script(), Names.Kind.SCRIPT, true))
                .add(block("track_file", file("track_file"), Names.Kind.FILE, true))
                .add(block("vrrp_track_file", file("vrrp_track_file"), Names.Kind.FILE, true))
                .add(block("vrrp_track_process", process(), Names.Kind.PROCESS, true))
                .add(block("bfd_instance", bidirectionalForwardingDetection(), Names.Kind.BFD, false));
    }

    private static Entry<ConfigurationDraft> block(
            String keyword, BlockSchema<TrackerDraft> schema, Names.Kind kind, boolean named) {
        return new Entry.Block<>(
                keyword, schema, named, (d, head) -> open(d, head, kind), TrackerSchemas::close, support(kind), "");
    }

    private static Support support(Names.Kind kind) {
        return kind == Names.Kind.BFD ? Support.NOT_YET : Support.ACTED_ON;
    }

    private static @Nullable TrackerDraft open(ConfigurationDraft draft, Arguments head, Names.Kind kind) {
        if (head.isEmpty()) {
            head.report(DiagnosticCode.INCOMPLETE, head.keyword() + " has no name, the block is ignored", "write one");
            return null;
        }
        if (kind == Names.Kind.BFD && draft.names.defines(kind, head.text(0))) {
            head.report(DiagnosticCode.DUPLICATE, 0, head.text(0) + " is already defined, this block is ignored", "");
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
                    case PROCESS -> "process";
                    case BFD -> "neighbor_ip";
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

    private static BlockSchema<TrackerDraft> bidirectionalForwardingDetection() {
        return BlockSchema.<TrackerDraft>named("bfd_instance")
                .acceptedRequired("source_ip", new AddressType())
                .requiredNotYet("neighbor_ip", new AddressType(), (d, v, at) -> d.hasTarget = true)
                .alias("neighbour_ip", "neighbor_ip")
                .acceptedRequired("min_rx", MILLISECONDS)
                .acceptedRequired("min_tx", MILLISECONDS)
                .acceptedRequired("idle_tx", SecondsType.milliseconds(1000, 4_294_967))
                .acceptedRequired("multiplier", IntegerType.strict(1, 255))
                .accepted("passive", FLAG)
                .acceptedRequired("ttl", IntegerType.strict(1, 255))
                .alias("hoplimit", "ttl")
                .acceptedRequired("max_hops", IntegerType.strict(-1, 255))
                .accepted("multihop", FLAG)
                .acceptedRequired("weight", weight(253))
                .accepted("vrrp", FLAG)
                .accepted("checker", FLAG)
                .build();
    }

    private static WeightType weight(int limit) {
        return new WeightType(limit);
    }
}

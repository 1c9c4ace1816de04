package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.AloneType;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.OptionalType;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** The keywords of {@code global_defs} about processes, their priorities, buffers and files. */
final class GlobalProcessRows {

    private static final FlagType FLAG = new FlagType();
    private static final BooleanType BOOLEAN = new BooleanType();
    private static final IntegerType NICE = IntegerType.lenient(-20, 19);
    private static final IntegerType REAL_TIME = IntegerType.lenient(1, 99);
    private static final IntegerType MICROSECONDS = IntegerType.lenient(1, 0xFFFFFFFFL);
    private static final IntegerType BYTES = IntegerType.strict(0, 0xFFFFFFFFL);
    private static final String ONE_PROCESS = "one process does everything; see its own name and threads";
    private static final String LOSSLESS = "buffers are large, and what the kernel drops all the same is read anew";
    private static final String ALWAYS_LOCKED = "the whole process is kept in memory, where it may be";
    private static final String NO_LIMIT =
            "the kernel would kill the whole process in a garbage collection; a limit that it was started with is lifted";

    private GlobalProcessRows() {}

    static void add(BlockSchema.Builder<GlobalDraft> rows) {
        names(rows);
        scheduling(rows);
        buffers(rows);
        files(rows);
    }

    private static void names(BlockSchema.Builder<GlobalDraft> rows) {
        TextType name = new TextType("a name", 15);
        rows.withoutEffect("process_names", FLAG, ONE_PROCESS);
        for (String keyword : new String[] {
            "process_name", "vrrp_process_name", "checker_process_name", "lvs_process_name", "bfd_process_name"
        }) {
            rows.requiredWithoutEffect(keyword, name, ONE_PROCESS);
        }
    }

    private static void scheduling(BlockSchema.Builder<GlobalDraft> rows) {
        rows.keyword(
                        "max_auto_priority",
                        new OptionalType<>(IntegerType.lenient(-1, 99), 99L),
                        (d, v, at) -> d.scheduling.highestAutomatic = v.intValue())
                .keyword(
                        "min_auto_priority_delay",
                        IntegerType.lenient(1, 10_000_000),
                        (d, v, at) -> d.scheduling.automaticDelay = Duration.of(v, ChronoUnit.MICROS))
                .keyword("vrrp_real_time", BOOLEAN, (d, v, at) -> d.scheduling.realTime = v);
        part(rows, "vrrp", draft -> draft.vrrp);
        part(rows, "checker", draft -> draft.checkers);
        part(rows, "bfd", draft -> draft.bfd);
        for (String name : List.of("vrrp", "checker", "bfd")) {
            rows.withoutEffect(name + "_no_swap", FLAG, ALWAYS_LOCKED)
                    .withoutEffect(name + "_rlimit_rttime", MICROSECONDS, NO_LIMIT)
                    .alias(name + "_rlimit_rtime", name + "_rlimit_rttime");
        }
    }

    private static void part(
            BlockSchema.Builder<GlobalDraft> rows, String name, Function<SchedulingDraft, SchedulingDraft.Part> part) {
        rows.keyword(name + "_priority", NICE, (d, v, at) -> part.apply(d.scheduling)
                        .nice(v.intValue()))
                .keyword(name + "_rt_priority", REAL_TIME, (d, v, at) -> part.apply(d.scheduling)
                        .realTime(v.intValue()))
                .keyword(name + "_cpu_affinity", new ProcessorsType(), (d, v, at) -> part.apply(d.scheduling)
                        .processors(v));
    }

    private static void buffers(BlockSchema.Builder<GlobalDraft> rows) {
        for (String keyword : new String[] {
            "vrrp_netlink_cmd_rcv_bufs",
            "vrrp_netlink_monitor_rcv_bufs",
            "process_monitor_rcv_bufs",
            "lvs_netlink_cmd_rcv_bufs",
            "lvs_netlink_monitor_rcv_bufs"
        }) {
            rows.withoutEffect(keyword, BYTES, LOSSLESS).withoutEffect(keyword + "_force", BOOLEAN, LOSSLESS);
        }
        rows.withoutEffect("vrrp_rx_bufs_policy", new BufferPolicyType(), InstanceRows.ROOM)
                .withoutEffect(
                        "vrrp_rx_bufs_multiplier",
                        new AloneType<>(IntegerType.strict(1, 0xFFFFFFFFL)),
                        InstanceRows.ROOM);
    }

    private static void files(BlockSchema.Builder<GlobalDraft> rows) {
        TextType path = TextType.of("a path");
        rows.accepted("umask", new UmaskType())
                .accepted("random_seed", IntegerType.strict(0, 0xFFFFFFFFL))
                .accepted("reload_check_config", WordsType.optional("a file"))
                .accepted("reload_time_file", new AloneType<>(path))
                .accepted("reload_repeat", FLAG)
                .accepted("reload_file", WordsType.optional("a path"))
                .keyword("include_check", new IncludeCheckType(), (d, v, at) -> {
                    // The preprocessor has acted on it when it came by.
                })
                .accepted("config_save_dir", path)
                .withoutEffect("tmp_config_directory", path, "the configuration is read once, no copy is written")
                .keyword("data_use_instance", BOOLEAN, (d, v, at) -> d.instanceInFileName = v)
                .keyword("json_version", IntegerType.lenient(1, 2), (d, v, at) -> d.jsonVersion = v.intValue())
                .keyword("iproute_usr_dir", path, (d, v, at) -> d.routingNamesOfSystem = v)
                .keyword("iproute_etc_dir", path, (d, v, at) -> d.routingNamesOfAdmin = v)
                .keyword("state_dump_file", path, (d, v, at) -> d.stateFile = v)
                .withoutEffect("stats_dump_file", path, "keepalived does not use it either")
                .withoutEffect("json_dump_file", path, "keepalived does not use it either");
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.ChoiceType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import org.jspecify.annotations.Nullable;

/** The keywords of {@code virtual_server}. */
final class VirtualServerSchema {

    private static final FlagType FLAG = new FlagType();
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private VirtualServerSchema() {}

    static BlockSchema<VirtualServerDraft> create() {
        BlockSchema.Builder<VirtualServerDraft> rows = BlockSchema.named("virtual_server");
        service(rows);
        persistence(rows);
        timing(rows);
        quorum(rows);
        sorryServer(rows);
        VirtualServerRows.add(rows);
        ForkRows.virtualServer(rows);
        rows.add(new Entry.Block<>(
                "real_server",
                RealServerSchema.create(),
                true,
                VirtualServerSchema::realServer,
                (d, server, head) -> d.realServers.add(server),
                Support.ACTED_ON,
                ""));
        return rows.build();
    }

    private static void service(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.required(
                        "ip_family",
                        ChoiceType.of("inet", "inet6"),
                        "that of the addresses",
                        (d, v, at) -> d.family = v.equals("inet") ? AddressFamily.IPV4 : AddressFamily.IPV6)
                .required(
                        "lvs_sched",
                        ChoiceType.of(
                                "rr", "wrr", "lc", "wlc", "lblc", "sh", "mh", "dh", "fo", "ovf", "lblcr", "sed", "nq",
                                "twos"),
                        "wlc",
                        (d, v, at) -> d.scheduler = v)
                .alias("lb_algo", "lvs_sched")
                .required("lvs_method", new ForwardingType(), "NAT", (d, v, at) -> d.forward(v))
                .alias("lb_kind", "lvs_method")
                .required(
                        "protocol",
                        ChoiceType.ignoringCase("TCP", "UDP", "SCTP"),
                        "UDP",
                        (d, v, at) -> d.protocol = TransportProtocol.valueOf(v))
                .keyword("ops", FLAG, (d, v, at) -> d.flags.add(Flag.ONE_PACKET))
                .keyword("flag-1", FLAG, (d, v, at) -> d.flags.add(Flag.SCHEDULER_1))
                .keyword("flag-2", FLAG, (d, v, at) -> d.flags.add(Flag.SCHEDULER_2))
                .keyword("flag-3", FLAG, (d, v, at) -> d.flags.add(Flag.SCHEDULER_3))
                .keyword("sh-fallback", FLAG, (d, v, at) -> schedulerFlag(d, "sh", Flag.SCHEDULER_1, at))
                .keyword("sh-port", FLAG, (d, v, at) -> schedulerFlag(d, "sh", Flag.SCHEDULER_2, at))
                .keyword("mh-fallback", FLAG, (d, v, at) -> schedulerFlag(d, "mh", Flag.SCHEDULER_1, at))
                .keyword("mh-port", FLAG, (d, v, at) -> schedulerFlag(d, "mh", Flag.SCHEDULER_2, at))
                .keyword("hashed", FLAG, (d, v, at) -> hashed(d, at));
    }

    private static void schedulerFlag(VirtualServerDraft draft, String scheduler, Flag flag, Arguments at) {
        if (scheduler.equals(draft.scheduler)) {
            draft.flags.add(flag);
        } else {
            at.report(
                    DiagnosticCode.CONTRADICTION,
                    at.keyword() + " needs the scheduler " + scheduler + " before it, it is ignored",
                    "write lvs_sched " + scheduler + " above");
        }
    }

    private static void hashed(VirtualServerDraft draft, Arguments at) {
        if (!"sh".equals(draft.scheduler) && !"mh".equals(draft.scheduler)) {
            at.report(
                    DiagnosticCode.CONTRADICTION,
                    "hashed only means something to the schedulers sh and mh",
                    "remove it");
        }
    }

    private static void persistence(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.keyword("persistence_timeout", new PersistenceTimeoutType(), (d, v, at) -> d.persistenceTimeout = v)
                .required(
                        "persistence_granularity",
                        new GranularityType(),
                        "each client by itself",
                        (d, v, at) -> d.persistencePrefix = v)
                .required(
                        "persistence_engine",
                        new TextType("the name of an engine", 15),
                        "none",
                        (d, v, at) -> d.persistenceEngine = v);
    }

    private static void timing(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.required("delay_loop", CheckerSchemas.POSITIVE_SECONDS, "60", (d, v, at) -> d.timing.delayLoop = v)
                .required(
                        "retry",
                        IntegerType.strict(1, UNSIGNED),
                        "that of the checker",
                        (d, v, at) -> d.timing.retry = (int) Math.min(v, Integer.MAX_VALUE))
                .required(
                        "delay_before_retry",
                        CheckerSchemas.SECONDS,
                        "that of the checker",
                        (d, v, at) -> d.timing.delayBeforeRetry = v)
                .required("warmup", CheckerSchemas.SECONDS, "delay_loop", (d, v, at) -> d.timing.warmup = v)
                .required("connect_timeout", CheckerSchemas.POSITIVE_SECONDS, "5", (d, v, at) -> d.connectTimeout = v)
                .keyword("alpha", FLAG, (d, v, at) -> d.timing.alpha = true)
                .keyword("inhibit_on_failure", FLAG, (d, v, at) -> d.inhibitOnFailure = true)
                .required(
                        "weight", IntegerType.lenient(1, Integer.MAX_VALUE), "1", (d, v, at) -> d.weight = v.intValue())
                .keyword("virtualhost", TextType.of("a host name"), (d, v, at) -> d.virtualHost = v);
    }

    private static void quorum(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.required("quorum", IntegerType.lenient(1, UNSIGNED), "1", (d, v, at) -> d.quorum = v)
                .required("hysteresis", IntegerType.lenient(0, UNSIGNED), "0", (d, v, at) -> d.hysteresis = v)
                .keyword("omega", FLAG, (d, v, at) -> d.omega = true);
    }

    private static void sorryServer(BlockSchema.Builder<VirtualServerDraft> rows) {
        rows.required("sorry_server", new ServerAddress.Type(), "none", (d, v, at) -> {
                    d.sorryAddress = v.address();
                    d.sorryPort = v.port();
                })
                .keyword("sorry_server_inhibit", FLAG, (d, v, at) -> d.sorryInhibit = afterSorryServer(d, at))
                .required("sorry_server_lvs_method", new ForwardingType(), "that of the virtual_server", (d, v, at) -> {
                    if (afterSorryServer(d, at)) {
                        d.forwardSorry(v);
                    }
                });
    }

    private static boolean afterSorryServer(VirtualServerDraft draft, Arguments at) {
        if (draft.sorryAddress == null) {
            at.report(
                    DiagnosticCode.CONTRADICTION,
                    at.keyword() + " stands before sorry_server, it is ignored",
                    "write sorry_server above");
        }
        return draft.sorryAddress != null;
    }

    private static @Nullable RealServerDraft realServer(VirtualServerDraft draft, Arguments head) {
        ServerAddress read = ServerAddress.read(head, "the block is ignored");
        return read == null ? null : new RealServerDraft(read, head.span(), draft.names);
    }

    /** What {@code virtual_server} is for, or null after a report. */
    static @Nullable VirtualServerDraft open(ConfigurationDraft draft, Arguments head) {
        String first = head.text(0);
        if (first.equals("group") || first.equals("fwmark") || first.equals("match")) {
            if (head.count() < 2) {
                head.report(
                        DiagnosticCode.INVALID_VALUE,
                        0,
                        first + " has no value, the block is ignored",
                        "write virtual_server " + first + " " + (first.equals("fwmark") ? "NUMBER" : "NAME"));
                return null;
            }
            Target target = named(first, head);
            return target == null ? null : new VirtualServerDraft(target, head.span(), draft.names);
        }
        ServerAddress address = ServerAddress.read(head, "the block is ignored");
        return address == null
                ? null
                : new VirtualServerDraft(
                        new Target.Address(address.address(), address.port()), head.span(), draft.names);
    }

    private static @Nullable Target named(String kind, Arguments head) {
        return switch (kind) {
            case "group" -> new Target.Group(head.text(1));
            case "match" -> new Target.Match(head.text(1));
            default -> mark(head);
        };
    }

    private static @Nullable Target mark(Arguments head) {
        Long value = IntegerType.strict(0, UNSIGNED).read(head, 1);
        return value == null ? null : new Target.Mark(value);
    }
}

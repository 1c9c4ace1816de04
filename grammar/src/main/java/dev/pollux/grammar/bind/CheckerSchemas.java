package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.Kind;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.AddressType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.SecondsType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;

/** The keywords of the checkers. */
final class CheckerSchemas {

    private static final BooleanType BOOLEAN = new BooleanType();
    private static final AddressType ADDRESS = new AddressType();
    static final SecondsType SECONDS = SecondsType.seconds(0, 4294);
    static final SecondsType POSITIVE_SECONDS = SecondsType.seconds(0.000001, 4294);
    static final IntegerType RETRIES = IntegerType.lenient(0, Integer.MAX_VALUE);

    private CheckerSchemas() {}

    static Entry<RealServerDraft> block(Kind kind) {
        BlockSchema.Builder<CheckerDraft> rows = BlockSchema.named(kind.name());
        boolean events = kind == Kind.FILE_CHECK || kind == Kind.BFD_CHECK;
        if (!events && kind != Kind.MISC_CHECK) {
            connection(rows);
        }
        if (!events) {
            timing(rows);
        }
        if (kind == Kind.HTTP_GET || kind == Kind.SSL_GET) {
            HttpRows.add(rows, kind);
        } else if (kind == Kind.TCP_CHECK) {
            // Found in the files of many users, who copied a block of HTTP_GET: taken for what it says.
            rows.deprecated("nb_get_retry", "retry");
        }
        CheckerRows.add(rows, kind);
        boolean built =
                kind == Kind.TCP_CHECK || kind == Kind.HTTP_GET || kind == Kind.SSL_GET || kind == Kind.BFD_CHECK;
        return new Entry.Block<>(
                kind.name(),
                rows.build(),
                false,
                (d, head) -> new CheckerDraft(kind, head.span(), d.names),
                CheckerSchemas::add,
                built ? Support.ACTED_ON : Support.NOT_YET,
                "");
    }

    private static void add(RealServerDraft server, CheckerDraft checker, Arguments head) {
        String session = checker.special.session;
        if (session != null && server.checkers.stream().anyMatch(other -> session.equals(other.special.session))) {
            head.report(
                    DiagnosticCode.DUPLICATE,
                    "this server is checked by " + session + " already, the second BFD_CHECK is ignored",
                    "remove it");
        } else if (CheckerRows.isComplete(checker, head)) {
            server.checkers.add(checker);
        }
    }

    static void connection(BlockSchema.Builder<CheckerDraft> rows) {
        rows.required("connect_ip", ADDRESS, "the real server's address", (d, v, at) -> d.connectAddress = v)
                .required(
                        "connect_port",
                        ServerAddress.portType(),
                        "the real server's port",
                        (d, v, at) -> d.connectPort = v.intValue())
                .required("bindto", ADDRESS, "no address", (d, v, at) -> d.bindAddress = v)
                .required("bind_port", ServerAddress.portType(), "any port", (d, v, at) -> d.bindPort = v.intValue())
                .required(
                        "bind_if", new TextType("an interface", 15), "no interface", (d, v, at) -> d.bindInterface = v)
                .required(
                        "connect_timeout",
                        POSITIVE_SECONDS,
                        "that of the real server",
                        (d, v, at) -> d.connectTimeout = v)
                .required("fwmark", IntegerType.lenient(0, 0xFFFFFFFFL), "0", (d, v, at) -> d.firewallMark = v);
    }

    static void timing(BlockSchema.Builder<CheckerDraft> rows) {
        rows.required("retry", RETRIES, "that of the real server", (d, v, at) -> d.timing.retry = v.intValue())
                .required(
                        "delay_before_retry",
                        SECONDS,
                        "that of the real server",
                        (d, v, at) -> d.timing.delayBeforeRetry = v)
                .required("warmup", SECONDS, "that of the real server", (d, v, at) -> d.timing.warmup = v)
                .required(
                        "delay_loop", POSITIVE_SECONDS, "that of the real server", (d, v, at) -> d.timing.delayLoop = v)
                .keyword("alpha", BOOLEAN, (d, v, at) -> d.timing.alpha = v)
                .keyword("log_all_failures", BOOLEAN, (d, v, at) -> d.timing.logAllFailures = v);
    }
}

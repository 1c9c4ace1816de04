package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.Kind;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.DnsCheck;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.ChoiceType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import java.util.Arrays;

/** What is special to the checkers other than TCP and HTTP. */
final class CheckerRows {

    private static final IntegerType LENGTH = IntegerType.strict(0, 65535);

    private CheckerRows() {}

    static void add(BlockSchema.Builder<CheckerDraft> rows, Kind kind) {
        switch (kind) {
            case SMTP_CHECK -> mail(rows);
            case DNS_CHECK -> names(rows);
            case MISC_CHECK -> script(rows);
            case UDP_CHECK -> datagrams(rows);
            case FILE_CHECK -> file(rows);
            case BFD_CHECK -> session(rows);
            default -> {
                // The others have only what all have.
            }
        }
    }

    private static void mail(BlockSchema.Builder<CheckerDraft> rows) {
        BlockSchema.Builder<CheckerDraft> host = BlockSchema.named("host");
        CheckerSchemas.connection(host);
        CheckerSchemas.timing(host);
        rows.keywordNotYet("helo_name", TextType.of("a host name"), (d, v, at) -> d.special.helo = v)
                .add(new Entry.Block<>(
                        "host",
                        host.build(),
                        false,
                        (d, head) -> new CheckerDraft(Kind.SMTP_CHECK, head.span(), d.names),
                        (d, other, head) -> d.special.hosts.add(other),
                        Support.NOT_YET,
                        ""));
    }

    private static void names(BlockSchema.Builder<CheckerDraft> rows) {
        String[] types = Arrays.stream(DnsCheck.Type.values()).map(Enum::name).toArray(String[]::new);
        rows.requiredNotYet(
                        "type", ChoiceType.ignoringCase(types), (d, v, at) -> d.special.type = DnsCheck.Type.valueOf(v))
                .requiredNotYet("name", TextType.of("a domain name"), CheckerRows::domain);
    }

    private static void domain(CheckerDraft draft, String name, Arguments at) {
        if ((name.startsWith(".") && name.length() > 1) || name.contains("..")) {
            at.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    "'" + name + "' has an empty label, it is ignored",
                    "write a domain name");
        } else {
            draft.special.name = name;
        }
    }

    private static void script(BlockSchema.Builder<CheckerDraft> rows) {
        rows.keywordNotYet("misc_path", new ScriptType(), (d, v, at) -> d.special.script = ScriptType.Use.of(v, at))
                .requiredNotYet("misc_timeout", IntegerType.lenient(0, 4294), (d, v, at) -> d.special.timeout = v)
                .keywordNotYet("misc_dynamic", new FlagType(), (d, v, at) -> d.special.dynamic = true)
                .keywordNotYet("user", new UserType(), (d, v, at) -> d.special.user = v);
    }

    private static void datagrams(BlockSchema.Builder<CheckerDraft> rows) {
        rows.keywordNotYet("payload", new BytePatternType(false, 1), (d, v, at) -> d.special.payload = v)
                .keywordNotYet("require_reply", new BytePatternType(true, 0), (d, v, at) -> {
                    d.special.needsReply = true;
                    d.special.reply = v.digits().isEmpty() ? null : v;
                })
                .requiredNotYet("min_reply_length", LENGTH, (d, v, at) -> d.special.minReply = v.intValue())
                .requiredNotYet("max_reply_length", LENGTH, (d, v, at) -> d.special.maxReply = v.intValue());
    }

    private static void file(BlockSchema.Builder<CheckerDraft> rows) {
        rows.requiredNotYet(
                        "track_file",
                        TextType.of("the name of a track_file"),
                        (d, v, at) -> d.special.trackFile = d.names.require(Names.Kind.FILE, at, 0) ? v : null)
                .keywordNotYet("weight", new WeightType(Integer.MAX_VALUE), (d, v, at) -> d.special.worth = v);
    }

    private static void session(BlockSchema.Builder<CheckerDraft> rows) {
        rows.keyword(
                        "name",
                        TextType.of("the name of a bfd_instance"),
                        (d, v, at) -> d.special.session = d.names.require(Names.Kind.CHECKED_BFD, at, 0) ? v : null)
                .keyword("alpha", new BooleanType(), (d, v, at) -> d.timing.alpha = v);
    }

    /** Whether a finished checker says what to check; if not, it is left out. */
    static boolean isComplete(CheckerDraft checker, Arguments head) {
        String missing =
                switch (checker.kind) {
                    case FILE_CHECK -> checker.special.trackFile != null ? "" : "track_file";
                    case BFD_CHECK -> checker.special.session != null ? "" : "name";
                    case MISC_CHECK -> checker.special.script != null ? "" : "misc_path";
                    default -> "";
                };
        if (!missing.isEmpty()) {
            head.report(
                    DiagnosticCode.INCOMPLETE,
                    head.keyword() + " has no " + missing + ", it is left out: nothing checks this server by it",
                    "write " + missing);
        }
        return missing.isEmpty();
    }
}

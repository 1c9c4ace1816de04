package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.Kind;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.ChoiceType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.IntegerType;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.schema.TextType;
import dev.pollux.grammar.schema.WordsType;

/** The keywords of the checkers that are not built. */
final class CheckerRows {

    private static final IntegerType LENGTH = IntegerType.strict(0, 65535);

    private CheckerRows() {}

    /** Adds what is special to a kind; false: it has neither the common connection nor the common timing. */
    static void add(BlockSchema.Builder<CheckerDraft> rows, Kind kind) {
        switch (kind) {
            case SMTP_CHECK -> mail(rows);
            case DNS_CHECK -> names(rows);
            case MISC_CHECK -> script(rows);
            case UDP_CHECK -> datagrams(rows);
            case FILE_CHECK -> file(rows);
            case BFD_CHECK -> session(rows);
            default -> {
                // The others have only what all have, or are built.
            }
        }
    }

    private static void mail(BlockSchema.Builder<CheckerDraft> rows) {
        BlockSchema.Builder<CheckerDraft> host = BlockSchema.named("host");
        CheckerSchemas.connection(host);
        CheckerSchemas.timing(host);
        rows.accepted("helo_name", TextType.of("a host name"))
                .add(new Entry.Block<>(
                        "host", host.build(), false, (d, head) -> d, (d, b, head) -> {}, Support.NOT_YET, ""));
    }

    private static void names(BlockSchema.Builder<CheckerDraft> rows) {
        rows.acceptedRequired(
                        "type",
                        ChoiceType.ignoringCase("A", "NS", "CNAME", "SOA", "MX", "TXT", "AAAA", "RRSIG", "DNSKEY"))
                .acceptedRequired("name", TextType.of("a domain name"));
    }

    private static void script(BlockSchema.Builder<CheckerDraft> rows) {
        rows.keywordNotYet("misc_path", new ScriptType(), (d, v, at) -> d.script = ScriptType.Use.of(v, at))
                .acceptedRequired("misc_timeout", IntegerType.lenient(0, 4294))
                .accepted("misc_dynamic", new FlagType())
                .keywordNotYet("user", new UserType(), (d, v, at) -> d.user = v);
    }

    private static void datagrams(BlockSchema.Builder<CheckerDraft> rows) {
        rows.accepted("payload", WordsType.atLeast(1, "hexadecimal digits"))
                .accepted("require_reply", WordsType.atLeast(0, "hexadecimal digits, x for any"))
                .acceptedRequired("min_reply_length", LENGTH)
                .acceptedRequired("max_reply_length", LENGTH);
    }

    private static void file(BlockSchema.Builder<CheckerDraft> rows) {
        rows.requiredNotYet("track_file", TextType.of("the name of a track_file"), (d, v, at) -> {
                    d.hasTarget = d.names.require(Names.Kind.FILE, at, 0);
                })
                .accepted("weight", new WeightType(Integer.MAX_VALUE));
    }

    private static void session(BlockSchema.Builder<CheckerDraft> rows) {
        rows.keywordNotYet(
                        "name",
                        TextType.of("the name of a bfd_instance"),
                        (d, v, at) -> d.hasTarget = d.names.require(Names.Kind.BFD, at, 0))
                .accepted("alpha", new BooleanType());
    }

    /** Whether a finished checker says what to check; if not, it is left out. */
    static boolean isComplete(CheckerDraft checker, Arguments head) {
        String missing =
                switch (checker.kind) {
                    case FILE_CHECK -> checker.hasTarget ? "" : "track_file";
                    case BFD_CHECK -> checker.hasTarget ? "" : "name";
                    case MISC_CHECK -> checker.script != null ? "" : "misc_path";
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

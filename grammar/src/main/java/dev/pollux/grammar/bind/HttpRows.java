package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.Kind;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.HttpCheck.HttpProtocol;
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
import java.util.Locale;
import java.util.regex.Pattern;

/** What is special to {@code HTTP_GET} and {@code SSL_GET}. */
final class HttpRows {

    private static final BooleanType BOOLEAN = new BooleanType();
    private static final IntegerType OFFSET = IntegerType.strict(0, Integer.MAX_VALUE);
    private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");

    private HttpRows() {}

    static void add(BlockSchema.Builder<CheckerDraft> rows, Kind kind) {
        rows.deprecated("nb_get_retry", "retry")
                .keyword("virtualhost", TextType.of("a host name"), (d, v, at) -> d.virtualHost = v)
                .keyword(
                        "http_protocol",
                        ChoiceType.ignoringCase("1.0", "1.0C", "1.1"),
                        (d, v, at) -> d.protocol = protocol(v))
                .keywordNotYet("enable_sni", BOOLEAN, (d, v, at) -> d.namesServer = v)
                .keywordNotYet("sni_name", WordsType.optional("a host name"), (d, v, at) -> {
                    d.namesServer = true;
                    d.serverName = v.isEmpty() ? d.serverName : v.get(0);
                })
                .keywordNotYet("fast_recovery", BOOLEAN, (d, v, at) -> d.fastRecovery = v)
                .add(new Entry.Block<>(
                        "url",
                        url(kind),
                        false,
                        (d, head) -> new UrlDraft(head.span()),
                        (d, url, head) -> d.urls.add(url),
                        Support.ACTED_ON,
                        ""));
        if (kind == Kind.SSL_GET) {
            rows.keywordNotYet("tls_compliant", BOOLEAN, (d, v, at) -> d.closesTls = v);
        }
    }

    private static HttpProtocol protocol(String text) {
        return switch (text) {
            case "1.0C" -> HttpProtocol.HTTP_1_0_CLOSE;
            case "1.1" -> HttpProtocol.HTTP_1_1;
            default -> HttpProtocol.HTTP_1_0;
        };
    }

    private static BlockSchema<UrlDraft> url(Kind kind) {
        BlockSchema.Builder<UrlDraft> rows = BlockSchema.<UrlDraft>named("url")
                .required("path", TextType.of("a path"), "none", HttpRows::path)
                .required("digest", TextType.of("32 hexadecimal digits"), "any body", HttpRows::digest)
                .keyword("status_code", new StatusCodesType(), (d, v, at) -> d.statusCodes.addAll(v))
                .keyword("virtualhost", TextType.of("a host name"), (d, v, at) -> d.virtualHost = v)
                .keywordNotYet("regex", new RegexType(), (d, v, at) -> d.expression = v)
                .keywordNotYet("regex_no_match", new FlagType(), (d, v, at) -> d.mustNotMatch = true)
                .keywordNotYet("regex_options", WordsType.atLeast(1, "options of PCRE2"), (d, v, at) -> d.options = v)
                .keywordNotYet("regex_min_offset", OFFSET, (d, v, at) -> d.minOffset = v)
                .keywordNotYet("regex_max_offset", OFFSET, (d, v, at) -> d.maxOffset = v)
                .withoutEffect(
                        "regex_stack", new WordsType("START MAX", 2, 2), "only PCRE2's compiler needs such a stack");
        if (kind == Kind.SSL_GET) {
            rows.keywordNotYet("tls_compliant", BOOLEAN, (d, v, at) -> d.closesTls = v);
        }
        return rows.build();
    }

    private static void path(UrlDraft draft, String value, Arguments at) {
        if (draft.path != null) {
            at.report(
                    DiagnosticCode.REMARK,
                    0,
                    "path is given twice, the second replaces the first",
                    "write a url block each");
        }
        draft.path = value;
    }

    private static void digest(UrlDraft draft, String value, Arguments at) {
        if (!MD5.matcher(value).matches()) {
            at.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    "'" + value + "' is not an MD5 digest, it is ignored",
                    "write 32 hexadecimal digits");
        } else if (draft.digest != null) {
            at.report(DiagnosticCode.DUPLICATE, 0, "digest is given twice, the second is ignored", "remove it");
        } else {
            draft.digest = value.toLowerCase(Locale.ROOT);
        }
    }
}

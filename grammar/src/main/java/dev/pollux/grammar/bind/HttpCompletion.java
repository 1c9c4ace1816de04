package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.Kind;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.BodyPattern;
import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.TlsQuestion;
import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.grammar.model.HttpUrl.StatusRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code HTTP_GET} and {@code SSL_GET} ask for. */
final class HttpCompletion {

    private static final List<StatusRange> SUCCESS = List.of(new StatusRange(200, 299));

    private final Context context;
    private final GlobalDraft global;

    HttpCompletion(Context context, GlobalDraft global) {
        this.context = context;
        this.global = global;
    }

    /** The checker, or null where it has nothing to ask for, which is reported. */
    @Nullable
    HttpCheck complete(CheckerDraft draft, CheckerCompletion.Owner owner, CheckTiming timing, CheckConnection to) {
        List<HttpUrl> urls = urls(draft, owner);
        if (urls.isEmpty()) {
            context.report(
                    DiagnosticCode.INCOMPLETE,
                    draft.span,
                    draft.kind + " has no url, it is left out: nothing checks this server by it",
                    "write url { path / }");
            return null;
        }
        TlsQuestion tls = draft.kind == Kind.SSL_GET
                ? new TlsQuestion(draft.namesServer, draft.serverName, global.tls.complete())
                : null;
        return new HttpCheck(timing, to, tls, draft.protocol, draft.fastRecovery, urls);
    }

    private List<HttpUrl> urls(CheckerDraft draft, CheckerCompletion.Owner owner) {
        String server = owner.server().virtualHost;
        String beside = server == null ? owner.service().virtualHost : server;
        String outer = draft.virtualHost == null ? beside : draft.virtualHost;
        List<HttpUrl> urls = new ArrayList<>(draft.urls.size());
        for (UrlDraft url : draft.urls) {
            if (url.path == null) {
                context.report(DiagnosticCode.INCOMPLETE, url.span, "url has no path, it is left out", "write path /");
            } else {
                urls.add(new HttpUrl(
                        url.path,
                        url.virtualHost == null ? outer : url.virtualHost,
                        url.statusCodes.isEmpty() ? SUCCESS : url.statusCodes,
                        url.digest,
                        pattern(url),
                        url.closesTls == null ? draft.closesTls : url.closesTls));
            }
        }
        return urls;
    }

    private @Nullable BodyPattern pattern(UrlDraft url) {
        if (url.expression == null) {
            return null;
        }
        if (url.maxOffset != 0 && url.minOffset >= url.maxOffset) {
            context.remark(
                    url.span,
                    "regex_min_offset " + url.minOffset + " is not below regex_max_offset " + url.maxOffset
                            + ": nothing can match",
                    "write a smaller regex_min_offset");
        }
        List<String> options = url.options.stream()
                .map(option -> option.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new BodyPattern(url.expression, url.mustNotMatch, options, url.minOffset, url.maxOffset);
    }
}

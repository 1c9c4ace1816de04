package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.Kind;
import dev.pollux.grammar.bind.CheckerDraft.UrlDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Checker.HttpUrl;
import dev.pollux.grammar.model.Checker.StatusRange;
import dev.pollux.grammar.model.RealServerKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes checkers of their drafts: what they do not say, the real server says, else the virtual server. */
final class CheckerCompletion {

    private static final Duration DELAY_LOOP = Duration.ofSeconds(60);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final List<StatusRange> SUCCESS = List.of(new StatusRange(200, 299));

    private final Context context;
    private final GlobalDraft global;

    /** Thousands of checkers share a few timings. */
    private final Map<CheckTiming, CheckTiming> timings = new HashMap<>();

    CheckerCompletion(Context context, GlobalDraft global) {
        this.context = context;
        this.global = global;
    }

    List<Checker> complete(VirtualServerDraft service, RealServerDraft server, RealServerKey key) {
        List<Checker> checkers = new ArrayList<>(server.checkers.size());
        for (CheckerDraft draft : server.checkers) {
            Checker checker = complete(draft, service, server, key);
            if (checker != null) {
                checkers.add(checker);
            }
        }
        return checkers;
    }

    private @Nullable Checker complete(
            CheckerDraft draft, VirtualServerDraft service, RealServerDraft server, RealServerKey key) {
        CheckTiming timing = timing(draft, service.timing, server.timing);
        CheckTiming shared = timings.computeIfAbsent(timing, same -> same);
        CheckConnection connection = connection(draft, service, server, key);
        if (draft.kind == Kind.TCP_CHECK) {
            return new Checker.TcpCheck(shared, connection);
        }
        if (draft.kind != Kind.HTTP_GET && draft.kind != Kind.SSL_GET) {
            return null;
        }
        List<HttpUrl> urls = urls(draft, service, server);
        if (urls.isEmpty()) {
            context.report(
                    DiagnosticCode.INCOMPLETE,
                    draft.span,
                    draft.kind + " has no url, it is left out: nothing checks this server by it",
                    "write url { path / }");
            return null;
        }
        return new Checker.HttpCheck(shared, connection, draft.kind == Kind.SSL_GET, draft.protocol, urls);
    }

    private CheckTiming timing(CheckerDraft draft, TimingDraft service, TimingDraft server) {
        TimingDraft own = draft.timing;
        Duration delayLoop = first(own.delayLoop, server.delayLoop, service.delayLoop, DELAY_LOOP);
        Duration beforeRetry = first(
                own.delayBeforeRetry, server.delayBeforeRetry, service.delayBeforeRetry, draft.kind.delayBeforeRetry);
        return new CheckTiming(
                delayLoop,
                first(own.retry, server.retry, service.retry, draft.kind.retry),
                beforeRetry.isZero() ? delayLoop : beforeRetry,
                first(own.warmup, server.warmup, service.warmup, delayLoop),
                first(own.alpha, server.alpha, service.alpha, false),
                own.logAllFailures || global.logAllCheckerFailures);
    }

    private static <T> T first(@Nullable T own, @Nullable T server, @Nullable T service, T fallback) {
        if (own != null) {
            return own;
        }
        if (server != null) {
            return server;
        }
        return service != null ? service : fallback;
    }

    private static CheckConnection connection(
            CheckerDraft draft, VirtualServerDraft service, RealServerDraft server, RealServerKey key) {
        return new CheckConnection(
                draft.connectAddress == null ? key.address() : draft.connectAddress,
                draft.connectPort == null ? (key.port() == 0 ? server.port : key.port()) : draft.connectPort,
                first(draft.connectTimeout, server.connectTimeout, service.connectTimeout, CONNECT_TIMEOUT),
                draft.bindAddress,
                draft.bindPort,
                draft.bindInterface,
                draft.firewallMark);
    }

    private List<HttpUrl> urls(CheckerDraft draft, VirtualServerDraft service, RealServerDraft server) {
        String outer = firstText(draft.virtualHost, server.virtualHost, service.virtualHost);
        List<HttpUrl> urls = new ArrayList<>(draft.urls.size());
        for (UrlDraft url : draft.urls) {
            if (url.path == null) {
                context.report(DiagnosticCode.INCOMPLETE, url.span, "url has no path, it is left out", "write path /");
            } else {
                urls.add(new HttpUrl(
                        url.path,
                        url.virtualHost == null ? outer : url.virtualHost,
                        url.statusCodes.isEmpty() ? SUCCESS : url.statusCodes,
                        url.digest));
            }
        }
        return urls;
    }

    private static @Nullable String firstText(@Nullable String own, @Nullable String server, @Nullable String service) {
        if (own != null) {
            return own;
        }
        return server != null ? server : service;
    }
}

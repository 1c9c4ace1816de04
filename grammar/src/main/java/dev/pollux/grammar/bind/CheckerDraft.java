package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.ScriptUser;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checker of any kind while it is being read; null: not given. */
final class CheckerDraft {

    final Kind kind;
    final SourceSpan span;
    final TimingDraft timing = new TimingDraft();

    @Nullable
    InetAddress connectAddress;

    @Nullable
    Integer connectPort;

    @Nullable
    Duration connectTimeout;

    @Nullable
    InetAddress bindAddress;

    int bindPort;

    @Nullable
    String bindInterface;

    long firewallMark;

    @Nullable
    String virtualHost;

    Checker.HttpProtocol protocol = Checker.HttpProtocol.HTTP_1_0;
    final List<UrlDraft> urls = new ArrayList<>();

    ScriptType.@Nullable Use script;

    @Nullable
    ScriptUser user;

    boolean hasTarget;

    /** What the file has defined above. */
    final Names names;

    CheckerDraft(Kind kind, SourceSpan span, Names names) {
        this.kind = kind;
        this.span = span;
        this.names = names;
    }

    /** Which checker it is, with the defaults of its kind. */
    enum Kind {
        TCP_CHECK(1, Duration.ofSeconds(1)),
        HTTP_GET(1, Duration.ofSeconds(3)),
        SSL_GET(1, Duration.ofSeconds(3)),
        SMTP_CHECK(1, Duration.ofSeconds(1)),
        DNS_CHECK(3, Duration.ZERO),
        MISC_CHECK(0, Duration.ofSeconds(1)),
        PING_CHECK(1, Duration.ofSeconds(1)),
        UDP_CHECK(1, Duration.ofSeconds(1)),
        FILE_CHECK(0, Duration.ZERO),
        BFD_CHECK(0, Duration.ZERO);

        final int retry;

        /** Zero: as long as {@code delay_loop}. */
        final Duration delayBeforeRetry;

        Kind(int retry, Duration delayBeforeRetry) {
            this.retry = retry;
            this.delayBeforeRetry = delayBeforeRetry;
        }
    }

    /** A {@code url} block. */
    static final class UrlDraft {

        final SourceSpan span;

        @Nullable
        String path;

        @Nullable
        String virtualHost;

        final List<Checker.StatusRange> statusCodes = new ArrayList<>();

        @Nullable
        String digest;

        UrlDraft(SourceSpan span) {
            this.span = span;
        }
    }
}

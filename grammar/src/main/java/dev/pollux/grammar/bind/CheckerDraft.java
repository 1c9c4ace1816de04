package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.HttpCheck.HttpProtocol;
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

    HttpProtocol protocol = HttpProtocol.HTTP_1_0;
    boolean fastRecovery;
    boolean namesServer;

    @Nullable
    String serverName;

    boolean closesTls;
    final List<UrlDraft> urls = new ArrayList<>();

    /** What only the rarer kinds have. */
    final SpecialDraft special;

    /** What the file has defined above. */
    final Names names;

    CheckerDraft(Kind kind, SourceSpan span, Names names) {
        this.kind = kind;
        this.span = span;
        this.names = names;
        this.special = kind.common ? SpecialDraft.NONE : new SpecialDraft();
    }

    /** Whether it says to whom or from where to connect. */
    boolean connectsElsewhere() {
        return connectAddress != null
                || connectPort != null
                || connectTimeout != null
                || bindAddress != null
                || bindPort != 0
                || bindInterface != null
                || firewallMark != 0;
    }

    /** Which checker it is, with the defaults of its kind. */
    enum Kind {
        TCP_CHECK(1, Duration.ofSeconds(1), true),
        HTTP_GET(1, Duration.ofSeconds(3), true),
        SSL_GET(1, Duration.ofSeconds(3), true),
        SMTP_CHECK(1, Duration.ofSeconds(1), false),
        DNS_CHECK(3, Duration.ZERO, false),
        MISC_CHECK(0, Duration.ofSeconds(1), false),
        PING_CHECK(1, Duration.ofSeconds(1), false),
        UDP_CHECK(1, Duration.ofSeconds(1), false),
        FILE_CHECK(0, Duration.ZERO, false),
        BFD_CHECK(0, Duration.ZERO, false);

        final int retry;

        /** Zero: as long as {@code delay_loop}. */
        final Duration delayBeforeRetry;

        /** Files have thousands of these. */
        final boolean common;

        Kind(int retry, Duration delayBeforeRetry, boolean common) {
            this.retry = retry;
            this.delayBeforeRetry = delayBeforeRetry;
            this.common = common;
        }
    }
}

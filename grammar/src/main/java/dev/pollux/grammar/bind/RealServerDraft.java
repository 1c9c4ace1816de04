package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Forwarding;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code real_server} while it is being read; null: not given. */
final class RealServerDraft {

    final InetAddress address;
    final int port;
    final SourceSpan span;

    @Nullable
    Integer weight;

    @Nullable
    Forwarding forwarding;

    @Nullable
    Boolean inhibitOnFailure;

    long upperThreshold;
    long lowerThreshold;
    final TimingDraft timing = new TimingDraft();

    @Nullable
    Duration connectTimeout;

    @Nullable
    String virtualHost;

    final List<CheckerDraft> checkers = new ArrayList<>();

    /** @param port 0: that of the virtual server */
    RealServerDraft(InetAddress address, int port, SourceSpan span) {
        this.address = address;
        this.port = port;
        this.span = span;
    }
}

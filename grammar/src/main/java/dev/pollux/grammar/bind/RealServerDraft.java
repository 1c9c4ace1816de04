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

    /** What the file has defined above. */
    final Names names;

    @Nullable
    Integer weight;

    @Nullable
    Forwarding forwarding;

    /** {@code FNAT} or {@code SNAT}, which nothing programs yet. */
    @Nullable
    String forkForwarding;

    @Nullable
    Boolean inhibitOnFailure;

    long upperThreshold;
    long lowerThreshold;

    @Nullable
    Boolean mail;

    final ScriptUses scripts = new ScriptUses();
    final TimingDraft timing = new TimingDraft();

    @Nullable
    Duration connectTimeout;

    @Nullable
    String virtualHost;

    final List<CheckerDraft> checkers = new ArrayList<>();

    /** @param server port 0: that of the virtual server */
    RealServerDraft(ServerAddress server, SourceSpan span, Names names) {
        this.address = server.address();
        this.port = server.port();
        this.span = span;
        this.names = names;
    }

    void forward(AskedForwarding asked) {
        forwarding = asked instanceof AskedForwarding.ByKernel kernel ? kernel.forwarding() : forwarding;
        forkForwarding = asked instanceof AskedForwarding.ByFork fork ? fork.name() : null;
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.TransportProtocol;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code virtual_server} while it is being read; null: not given. */
final class VirtualServerDraft {

    final Target target;
    final SourceSpan span;

    /** What the file has defined above. */
    final Names names;

    @Nullable
    AddressFamily family;

    @Nullable
    String scheduler;

    final Set<Flag> flags = EnumSet.noneOf(Flag.class);

    @Nullable
    Forwarding forwarding;

    /** {@code FNAT} or {@code SNAT}. */
    @Nullable
    String forkForwarding;

    /** {@code laddr_group_name}. */
    @Nullable
    String localGroup;

    boolean masquerade;

    @Nullable
    TransportProtocol protocol;

    @Nullable
    Long persistenceTimeout;

    @Nullable
    Integer persistencePrefix;

    @Nullable
    String persistenceEngine;

    final ScriptUses scripts = new ScriptUses();
    final TimingDraft timing = new TimingDraft();

    @Nullable
    Duration connectTimeout;

    long quorum = 1;
    long hysteresis;
    boolean omega;

    @Nullable
    Boolean mail;

    boolean onlyWhereHeld;
    boolean inhibitOnFailure;
    int weight = 1;

    @Nullable
    String virtualHost;

    @Nullable
    InetAddress sorryAddress;

    int sorryPort;
    boolean sorryInhibit;

    @Nullable
    Forwarding sorryForwarding;

    final List<RealServerDraft> realServers = new ArrayList<>();

    VirtualServerDraft(Target target, SourceSpan span, Names names) {
        this.target = target;
        this.span = span;
        this.names = names;
    }

    void forward(AskedForwarding asked) {
        forwarding = asked instanceof AskedForwarding.ByKernel kernel ? kernel.forwarding() : forwarding;
        forkForwarding = asked instanceof AskedForwarding.ByFork fork ? fork.name() : null;
    }

    void forwardSorry(AskedForwarding asked) {
        if (asked instanceof AskedForwarding.ByKernel kernel) {
            sorryForwarding = kernel.forwarding();
        } else if (asked instanceof AskedForwarding.ByFork fork) {
            forkForwarding = fork.name();
        }
    }

    /** Whether it asks for a way of forwarding that keepalived's forks brought along. */
    boolean needsPatchedKernel() {
        return forkForwarding != null || target instanceof Target.Match;
    }

    /** What messages call it. */
    String describe() {
        if (target instanceof Target.Address address) {
            String port = address.port() == 0 ? "" : " " + address.port();
            return "virtual_server " + address.address().getHostAddress() + port;
        }
        if (target instanceof Target.Match match) {
            return "virtual_server match " + match.name();
        }
        return target instanceof Target.Group group
                ? "virtual_server group " + group.name()
                : "virtual_server fwmark " + ((Target.Mark) target).mark();
    }

    /** What stands behind {@code virtual_server}. */
    sealed interface Target {

        /** {@code ADDRESS [PORT]}; port 0: not given. */
        record Address(InetAddress address, int port) implements Target {}

        /** {@code fwmark N}. */
        record Mark(long mark) implements Target {}

        /** {@code group NAME}. */
        record Group(String name) implements Target {}

        /** {@code match NAME}: DPVS's SNAT services, told by address ranges and interfaces. */
        record Match(String name) implements Target {}
    }
}

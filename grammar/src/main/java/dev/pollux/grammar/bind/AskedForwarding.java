package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.Forwarding;

/** What stands behind {@code lvs_method} or {@code lb_kind}. */
sealed interface AskedForwarding {

    /** What an unpatched kernel does. */
    record ByKernel(Forwarding forwarding) implements AskedForwarding {}

    /** What only the forks of keepalived do, each with a kernel or a data plane of its own: {@code FNAT}, {@code SNAT}. */
    record ByFork(String name) implements AskedForwarding {}
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.VirtualAddress;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code virtual_ipaddress} before it is known which interface it is for.
 *
 * @param written all but the interface
 * @param interfaceName null: the instance's
 * @param trackGroup {@code track_group} of a static address; null: none
 */
record AddressDraft(
        VirtualAddress written,
        @Nullable String interfaceName,
        @Nullable String trackGroup,
        SourceSpan span) {

    InetAddress address() {
        return written.address();
    }

    int prefixLength() {
        return written.prefixLength();
    }

    VirtualAddress on(String defaultInterface) {
        return new VirtualAddress(
                written.address(),
                written.prefixLength(),
                interfaceName == null ? defaultInterface : interfaceName,
                written.scope(),
                written.broadcast(),
                written.label(),
                written.peer(),
                written.preferredLifetime(),
                written.flags());
    }
}

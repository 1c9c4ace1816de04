package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.VirtualAddress;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A line of {@code virtual_ipaddress} before it is known which interface it is for. */
record AddressDraft(
        InetAddress address,
        int prefixLength,
        @Nullable String interfaceName,
        int scope,
        @Nullable InetAddress broadcast,
        @Nullable String label,
        SourceSpan span) {

    VirtualAddress on(String defaultInterface) {
        String name = interfaceName == null ? defaultInterface : interfaceName;
        return new VirtualAddress(address, prefixLength, name, scope, broadcast, label);
    }
}

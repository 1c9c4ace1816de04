package dev.pollux.grammar.model;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address that connections to real servers come from.
 *
 * @param interfaceName where it is configured; null: the file does not say
 */
public record LocalAddress(InetAddress address, @Nullable String interfaceName) {

    public AddressFamily family() {
        return AddressFamily.of(address);
    }
}

package dev.pollux.vrrp.bfd;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.BfdInstance;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;

/**
 * Where packets of sessions come in.
 *
 * @param multihop {@code false}: RFC 5881; {@code true}: RFC 5883
 */
record Channel(AddressFamily family, boolean multihop) {

    private static final int SINGLE_HOP_PORT = 3784;
    private static final int MULTIHOP_PORT = 4784;

    static Channel of(BfdInstance.Path path) {
        return new Channel(path.family(), path.multihop());
    }

    int port() {
        return multihop ? MULTIHOP_PORT : SINGLE_HOP_PORT;
    }

    StandardProtocolFamily protocol() {
        return family == AddressFamily.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    /** All of this machine. */
    InetAddress anyAddress() {
        try {
            return InetAddress.getByAddress(new byte[family.bits() / Byte.SIZE]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}

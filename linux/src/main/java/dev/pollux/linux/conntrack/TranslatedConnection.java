package dev.pollux.linux.conntrack;

import java.net.InetAddress;

/**
 * A connection whose source was translated, as its answers see it.
 *
 * @param protocol IP protocol number
 * @param server where the answers come from
 * @param local where they go to: the translated source
 */
public record TranslatedConnection(int protocol, InetAddress server, int serverPort, InetAddress local) {}

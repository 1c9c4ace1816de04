package dev.pollux.linux.conntrack;

import java.net.InetAddress;

/**
 * A connection whose source was translated.
 *
 * @param protocol IP protocol number
 * @param target where its client sent it, with {@code targetPort}
 * @param server where the answers come from
 * @param local where they go to: the translated source
 */
public record TranslatedConnection(
        int protocol, InetAddress target, int targetPort, InetAddress server, int serverPort, InetAddress local) {}

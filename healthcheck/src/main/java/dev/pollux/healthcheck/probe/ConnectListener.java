package dev.pollux.healthcheck.probe;

import io.netty.channel.Channel;

/** Hears what became of one attempt to connect; one of its methods is called, once. */
interface ConnectListener {

    void connected(Channel channel);

    /** The server or the network refused; the channel is closed. */
    void refused(ConnectError error);

    /**
     * This machine could not try.
     *
     * @param step what failed, as keepalived names it: {@code socket bind}
     */
    void notTried(String step, String reason);
}

package dev.pollux.vrrp.bfd;

import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.linux.socket.UdpSocket;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.vrrp.bfd.packet.BfdCodec;
import dev.pollux.vrrp.bfd.packet.ControlPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Sends the packets of one session, from a port of its own that stays as long as the session (RFC 5881 4). Where the source
 * address is missing, each packet is another attempt. Owned by the {@code bfd} loop.
 */
final class BfdSender {

    private static final int FIRST_PORT = 49152;
    private static final int LAST_PORT = 65535;
    private static final int ATTEMPTS = 32;

    /** {@code TC_PRIO_INTERACTIVE}: as urgent as one may say without being root. */
    private static final int PRIORITY = 6;

    private final String name;
    private final BfdInstance.Path path;
    private final Channel channel;
    private final Logger log;
    private final ByteBuffer buffer = ByteBuffer.allocate(BfdCodec.LENGTH);
    private @Nullable UdpSocket socket;
    private String lastObstacle = "";
    private long sent;
    private long failed;

    BfdSender(BfdInstance instance, Logger log) {
        this.name = instance.name();
        this.path = instance.path();
        this.channel = Channel.of(path);
        this.log = log;
    }

    long sent() {
        return sent;
    }

    long failed() {
        return failed;
    }

    void send(ControlPacket packet) {
        buffer.clear();
        BfdCodec.encode(packet, buffer);
        buffer.flip();
        try {
            if (socket == null) {
                socket = open();
            }
            if (!socket.send(buffer, path.neighbor(), channel.port())) {
                failed++;
                return;
            }
            sent++;
            if (!lastObstacle.isEmpty()) {
                lastObstacle = "";
                log.info("({}) sends again", name);
            }
        } catch (SystemCallException e) {
            failed++;
            complain(String.valueOf(e.getMessage()));
        }
    }

    void close() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private UdpSocket open() {
        UdpSocket opened = UdpSocket.open(channel.protocol());
        try {
            opened.timeToLive(path.ttl());
            opened.priority(PRIORITY);
            bind(opened);
            return opened;
        } catch (SystemCallException e) {
            opened.close();
            throw e;
        }
    }

    private void bind(UdpSocket opened) {
        InetAddress source = path.source();
        InetAddress from = source == null ? channel.anyAddress() : source;
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT + 1);
            try {
                opened.bind(new InetSocketAddress(from, port));
                return;
            } catch (SystemCallException e) {
                if (!e.is(Errno.EADDRINUSE) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Said once, until something else stands in the way or the way is clear again. */
    private void complain(String obstacle) {
        if (!obstacle.equals(lastObstacle)) {
            lastObstacle = obstacle;
            log.warn("({}) cannot send: {}", name, obstacle);
        }
    }
}

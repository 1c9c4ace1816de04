package dev.pollux.vrrp.bfd;

import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.socket.Datagram;
import dev.pollux.linux.socket.DatagramHandler;
import dev.pollux.linux.socket.UdpSocket;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.KernelTimestamps;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket of one channel, for all its sessions; tried again every second until it can be had. Owned by the {@code bfd} loop. */
final class BfdReceiver {

    private static final Logger log = LoggerFactory.getLogger(BfdReceiver.class);
    private static final long RETRY = TimeUnit.SECONDS.toNanos(1);

    /** So that a flood leaves the loop's timers their turns. */
    private static final int PACKETS_PER_TURN = 64;

    private final Channel channel;
    private final BfdEnvironment environment;
    private final Listener listener;
    private final KernelTimestamps timestamps;
    private final DeadlineTimer retry;
    private final DatagramHandler handler = this::received;
    private @Nullable UdpSocket socket;
    private @Nullable Registration registration;
    private String lastObstacle = "";
    private long emptyAt;
    private long newest;

    /** Takes what came in, and when the kernel received it on the engine's clock. */
    interface Listener {
        void received(Channel channel, ByteBuffer payload, Datagram datagram, long receivedAt);
    }

    BfdReceiver(Channel channel, BfdEnvironment environment, Listener listener) {
        this.channel = channel;
        this.environment = environment;
        this.listener = listener;
        this.timestamps = new KernelTimestamps(environment.clock());
        this.retry = new DeadlineTimer(environment.loop(), environment.clock(), this::open);
        open();
    }

    /** Hands out everything that the kernel had received when this was called, however much more is coming in. */
    void drain() {
        long start = environment.clock().nanoTime();
        newest = emptyAt;
        boolean more = socket != null;
        while (more && newest - start <= 0) {
            more = read();
        }
    }

    void close() {
        retry.cancel();
        if (registration != null) {
            registration.close();
        }
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private void open() {
        emptyAt = environment.clock().nanoTime();
        try {
            UdpSocket opened = UdpSocket.open(channel.protocol());
            socket = opened;
            opened.bind(new InetSocketAddress(channel.anyAddress(), channel.port()));
            registration = DescriptorReader.register(environment.loop(), opened.descriptor(), this::read);
            lastObstacle = "";
        } catch (SystemCallException e) {
            close();
            String obstacle = String.valueOf(e.getMessage());
            if (!obstacle.equals(lastObstacle)) {
                lastObstacle = obstacle;
                log.error("No BFD packets over {} on UDP port {}: {}", channel.family(), channel.port(), obstacle);
            }
            retry.arm(environment.clock().nanoTime() + RETRY);
        }
    }

    /** Gives false when nothing is left, or the loop shall call again. */
    private boolean read() {
        UdpSocket from = socket;
        long before = environment.clock().nanoTime();
        try {
            if (from == null || from.receive(PACKETS_PER_TURN, handler) == PACKETS_PER_TURN) {
                return from != null;
            }
        } catch (SystemCallException e) {
            log.debug("Reading BFD packets: {}", e.getMessage());
            return false;
        }
        emptyAt = before;
        return false;
    }

    /** What is read now came after the socket was last seen empty, whatever somebody did to the wall clock. */
    private void received(ByteBuffer payload, Datagram datagram) {
        newest = Math.max(timestamps.toNanoTime(datagram.realtimeNanos()), emptyAt);
        listener.received(channel, payload, datagram, newest);
    }
}

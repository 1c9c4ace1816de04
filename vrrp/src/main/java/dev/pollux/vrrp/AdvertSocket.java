package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.socket.PacketHandler;
import dev.pollux.linux.socket.RawIpSocket;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.KernelTimestamps;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.packet.IpPacket;
import dev.pollux.vrrp.packet.PacketMemory;
import io.netty.channel.IoEventLoop;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket for all adverts of one channel, shared by its virtual routers. Owned by the {@code vrrp} loop; joins its
 * group and is closed on the {@code rtnl} loop.
 */
final class AdvertSocket {

    private static final Logger log = LoggerFactory.getLogger(AdvertSocket.class);

    /** So that a flood leaves the loop's timers and other sockets their turns. */
    private static final int PACKETS_PER_TURN = 64;

    /** Some 1,300 adverts waiting while the process is stopped. */
    private static final int RECEIVE_BUFFER = 1024 * 1024;

    /** Queue before other traffic of this machine ({@code TC_PRIO_CONTROL}). */
    private static final int PRIORITY = 7;

    private final AdvertChannel channel;
    private final int interfaceIndex;
    private final IoEventLoop rtnlLoop;
    private final NanoClock clock;
    private final KernelTimestamps timestamps;
    private final PacketListener listener;
    private final RawIpSocket socket;
    private final PacketHandler handler = this::received;
    private final PacketMemory memory = new PacketMemory();
    private final Registration registration;
    private long emptyAt;
    private long newest;
    private boolean ready;

    /** Takes whole packets of the channel, and when the kernel received them on the engine's clock. */
    interface PacketListener {
        void received(AdvertSocket socket, @Nullable IpPacket packet, long receivedAt);
    }

    /**
     * Opens the socket; {@link #join} makes it ready.
     *
     * @param link null: any
     * @throws SystemCallException EPERM without CAP_NET_RAW
     */
    AdvertSocket(AdvertChannel channel, @Nullable Link link, VrrpEnvironment environment, PacketListener listener) {
        this.channel = channel;
        this.interfaceIndex = link == null ? 0 : link.index();
        this.rtnlLoop = environment.rtnlLoop();
        this.clock = environment.clock();
        this.timestamps = new KernelTimestamps(clock);
        this.listener = listener;
        this.socket = RawIpSocket.open(
                channel.family() == AddressFamily.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6,
                channel.protocol());
        try {
            if (link != null) {
                socket.bindToDevice(link.name());
            }
            socket.receiveBuffer(RECEIVE_BUFFER);
            socket.priority(PRIORITY);
        } catch (SystemCallException e) {
            socket.close();
            throw e;
        }
        this.emptyAt = clock.nanoTime();
        this.registration = DescriptorReader.register(environment.vrrpLoop(), socket.descriptor(), this::read);
    }

    AdvertChannel channel() {
        return channel;
    }

    /** 0: any. */
    int interfaceIndex() {
        return interfaceIndex;
    }

    boolean ready() {
        return ready;
    }

    void setReady() {
        ready = true;
    }

    /** On the {@code rtnl} loop: begins to receive the group, where there is one. */
    void join() {
        InetAddress group = channel.group();
        if (group != null) {
            socket.join(group, interfaceIndex);
        }
    }

    /**
     * Sends a packet with its IP header.
     *
     * @throws SystemCallException ENETDOWN, ENETUNREACH, ...
     */
    boolean send(ByteBuffer packet) {
        return socket.send(packet, interfaceIndex);
    }

    /** Hands out everything that the kernel had received when this was called, however much more is coming in. */
    void drain() {
        long start = clock.nanoTime();
        newest = emptyAt;
        boolean more = true;
        while (more && newest - start <= 0) {
            more = read(PACKETS_PER_TURN);
        }
    }

    void close() {
        registration.close();
        rtnlLoop.execute(socket::close);
    }

    private void read() {
        read(PACKETS_PER_TURN);
    }

    /** Gives false when nothing is left, or the loop shall call again. */
    private boolean read(int limit) {
        long before = clock.nanoTime();
        try {
            if (socket.receive(limit, handler) == limit) {
                return true;
            }
        } catch (SystemCallException e) {
            // ENETDOWN waits in the socket when the link went down; the link notification says the rest.
            log.debug("Reading adverts on {}: {}", channel.interfaceName(), e.getMessage());
            return false;
        }
        emptyAt = before;
        return false;
    }

    /** What is read now came after the socket was last seen empty, whatever somebody did to the wall clock. */
    private void received(ByteBuffer bytes, int interfaceIndex, long realtimeNanos) {
        newest = Math.max(timestamps.toNanoTime(realtimeNanos), emptyAt);
        IpPacket packet = memory.read(bytes);
        if (packet == null || concerns(packet)) {
            listener.received(this, packet, newest);
        }
    }

    /** Over IPv6 the kernel gives groups that others joined, too. */
    private boolean concerns(IpPacket packet) {
        return !packet.destination().isMulticastAddress()
                || packet.destination().equals(channel.group());
    }
}

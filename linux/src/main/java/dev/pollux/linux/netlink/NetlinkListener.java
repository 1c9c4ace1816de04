package dev.pollux.linux.netlink;

import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives multicast notifications on an event loop and never waits for the kernel. Open it first and dump the state
 * afterwards, so that no change falls between.
 *
 * <p>When notifications come faster than they are read the kernel drops some and says ENOBUFS once (netlink(7)); then
 * {@code onLost} asks for a fresh dump.
 */
public final class NetlinkListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NetlinkListener.class);

    private static final int RECEIVE_SIZE = 32 * 1024;
    private static final int DATAGRAMS_PER_TURN = 32;
    private static final int SEND_SIZE = 256;

    private final Descriptor descriptor;
    private final int firstType;
    private final Consumer<NetlinkReader> onMessage;
    private final Runnable onLost;
    private final SocketMessage incoming = new SocketMessage(RECEIVE_SIZE, NetlinkSocket.ADDRESS_SIZE, 0);
    private final Registration registration;

    private NetlinkListener(
            IoEventLoop loop, Subscribed subscribed, Consumer<NetlinkReader> onMessage, Runnable onLost) {
        this.descriptor = subscribed.descriptor();
        this.firstType = subscribed.firstType();
        this.onMessage = onMessage;
        this.onLost = onLost;
        this.registration = DescriptorReader.register(loop, descriptor, this::read);
    }

    /**
     * Begins to listen in the calling thread's network namespace. Both handlers run on the loop; the message handler is
     * called once for each message, with the reader at the family's fixed header.
     */
    public static NetlinkListener open(
            IoEventLoop loop, NetlinkSubscription subscription, Consumer<NetlinkReader> onMessage, Runnable onLost) {
        Descriptor descriptor = NetlinkSocket.forNotifications(subscription);
        SocketCalls.receiveBuffer(descriptor, subscription.receiveBuffer());
        // The connector calls all its messages NLMSG_DONE.
        int firstType =
                subscription.protocol() == NetlinkConnection.CONNECTOR ? NetlinkType.DONE : NetlinkType.FIRST_OF_FAMILY;
        return new NetlinkListener(loop, new Subscribed(descriptor, firstType), onMessage, onLost);
    }

    /** Reads what is waiting, at most some datagrams; the loop calls again when more are left. */
    public void read() {
        for (int count = 0; count < DATAGRAMS_PER_TURN; count++) {
            if (!readOne()) {
                return;
            }
        }
    }

    /** Asks for all entries of a table; the answers come as notifications do, in pieces as they are read. */
    public void ask(NetlinkRequest dump) {
        tell(dump.with(NetlinkFlags.REQUEST | NetlinkFlags.DUMP));
    }

    /** Sends a message; what comes of it comes as notifications do. */
    public void tell(NetlinkRequest request) {
        SocketMessage outgoing = new SocketMessage(SEND_SIZE, NetlinkSocket.ADDRESS_SIZE, 0);
        outgoing.name().putShort(0, NetlinkSocket.FAMILY);
        new NetlinkWriter(outgoing.payload().clear()).message(request, 1);
        outgoing.payload().flip();
        SocketCalls.send(descriptor, outgoing);
    }

    @Override
    public void close() {
        registration.close();
        descriptor.close();
    }

    /** Gives false when nothing is left. */
    private boolean readOne() {
        try {
            if (SocketCalls.receive(descriptor, incoming) == SocketCalls.WOULD_BLOCK) {
                return false;
            }
        } catch (SystemCallException e) {
            if (!e.is(Errno.ENOBUFS)) {
                throw e;
            }
            onLost.run();
            return true;
        }
        dispatch(new NetlinkReader(incoming.payload()));
        return true;
    }

    private void dispatch(NetlinkReader reader) {
        while (reader.next()) {
            if (reader.type() >= firstType) {
                onMessage.accept(reader);
            }
        }
        reader.error().ifPresent(error -> log.warn("Malformed netlink notification: {}", error));
    }

    /** A socket in its groups, and the least type of what is a message there. */
    private record Subscribed(Descriptor descriptor, int firstType) {}
}

package dev.pollux.linux.netlink;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SystemCallException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Requests to one netlink family and their answers, synchronously: the kernel carries out a request within send(2), and
 * for as long as it waits there for its own locks so does the caller. Owned by one thread, and never the one that sends
 * adverts.
 *
 * <p>A failed system call ({@link SystemCallException} that is no {@link NetlinkException}) leaves the outcome of what
 * was asked unknown: read the kernel's state again. ENOBUFS among them means that answers were lost.
 */
public final class NetlinkConnection implements AutoCloseable {

    /** {@code NETLINK_ROUTE}. */
    public static final int ROUTE = 0;

    /** {@code NETLINK_CONNECTOR}: notifications only. */
    public static final int CONNECTOR = 11;

    /** {@code NETLINK_NETFILTER}. */
    public static final int NETFILTER = 12;

    /** {@code NETLINK_GENERIC}. */
    public static final int GENERIC = 16;

    private static final int SEND_SIZE = 32 * 1024;

    /** The kernel's dumps come in pieces of at most 32 KiB. */
    private static final int RECEIVE_SIZE = 64 * 1024;

    /** Each waiting error takes some 800 bytes of this, so a whole batch's must fit. */
    private static final int RECEIVE_BUFFER = 1024 * 1024;

    private static final int BATCH_LIMIT = 256;
    private static final int TIMEOUT_SECONDS = 5;
    private static final int DUMP_ATTEMPTS = 5;
    private static final String WHAT = "netlink";

    private final Descriptor descriptor;
    private final SocketMessage outgoing = new SocketMessage(SEND_SIZE, NetlinkSocket.ADDRESS_SIZE, 0);
    private final SocketMessage incoming = new SocketMessage(RECEIVE_SIZE, NetlinkSocket.ADDRESS_SIZE, 0);
    private int lastSequence;
    private long sends;

    private NetlinkConnection(Descriptor descriptor) {
        this.descriptor = descriptor;
        outgoing.name().putShort(0, NetlinkSocket.FAMILY);
    }

    /** Opens a connection in the calling thread's network namespace. */
    public static NetlinkConnection open(int protocol) {
        Descriptor descriptor = NetlinkSocket.forRequests(protocol, TIMEOUT_SECONDS);
        SocketCalls.receiveBuffer(descriptor, RECEIVE_BUFFER);
        return new NetlinkConnection(descriptor);
    }

    /**
     * Carries out one request.
     *
     * @throws NetlinkException when the kernel refuses it
     */
    public void execute(NetlinkRequest request) {
        NetlinkAck ack = executeAll(List.of(request)).get(0);
        if (!ack.succeeded()) {
            throw new NetlinkException(WHAT, ack);
        }
    }

    /**
     * Carries out requests in this order, many to a datagram; one that fails does not stop those behind it. Only the last
     * of a datagram is to be acknowledged: the kernel takes them in order and tells of every one that fails, so what it
     * has not told of when it acknowledges the last has succeeded. All are written before the first is sent, so that the
     * kernel is between two states for as short as can be.
     *
     * @return the answer to each, in the same order
     * @throws IllegalArgumentException for a request larger than 32 KiB
     */
    public List<NetlinkAck> executeAll(List<NetlinkRequest> requests) {
        List<NetlinkAck> acks = new ArrayList<>(Collections.nCopies(requests.size(), NetlinkAck.OK));
        int done = 0;
        for (Batch batch : batches(requests)) {
            outgoing.payload().clear().put(batch.datagram);
            send();
            awaitBatch(batch.firstSequence, acks.subList(done, done + batch.count));
            done += batch.count;
        }
        return acks;
    }

    /**
     * Asks for one thing, and gives the first answer that the decoder accepts.
     *
     * @throws NetlinkException when the kernel refuses: ENOENT and ENODEV where there is no such thing
     */
    public <T> Optional<T> query(NetlinkRequest request, NetlinkDecoder<T> decoder) {
        List<T> answers = new ArrayList<>();
        int sequence = sendOne(request.with(NetlinkFlags.REQUEST | NetlinkFlags.ACK));
        NetlinkAck ack = exchange(sequence, decoder, answers);
        if (!ack.succeeded()) {
            throw new NetlinkException(WHAT, ack);
        }
        return answers.stream().findFirst();
    }

    /**
     * Asks for all entries. A dump during which the kernel's table changed is begun anew, some times over.
     *
     * @throws NetlinkException when the kernel refuses, or with EAGAIN when the table does not come to rest
     */
    public <T> List<T> dump(NetlinkRequest request, NetlinkDecoder<T> decoder) {
        for (int attempt = 0; attempt < DUMP_ATTEMPTS; attempt++) {
            List<T> answers = new ArrayList<>();
            int sequence = sendOne(request.with(NetlinkFlags.REQUEST | NetlinkFlags.DUMP));
            DumpWatch watch = new DumpWatch();
            NetlinkAck ack = exchange(sequence, watch.watching(decoder), answers);
            if (!ack.succeeded()) {
                throw new NetlinkException(WHAT, ack);
            }
            if (!watch.interrupted()) {
                return answers;
            }
        }
        throw new NetlinkException(WHAT, new NetlinkAck(Errno.EAGAIN.number(), "the table keeps changing"));
    }

    /** How many datagrams were sent so far: what a batch saves. */
    public long sends() {
        return sends;
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private record Batch(ByteBuffer datagram, int firstSequence, int count) {}

    private List<Batch> batches(List<NetlinkRequest> requests) {
        List<Batch> batches = new ArrayList<>();
        int written = 0;
        while (written < requests.size()) {
            int first = lastSequence + 1;
            int count = writeBatch(requests.subList(written, requests.size()));
            ByteBuffer datagram = ByteBuffer.allocate(outgoing.payload().position());
            batches.add(new Batch(datagram.put(outgoing.payload().flip()).flip(), first, count));
            written += count;
        }
        return batches;
    }

    private int writeBatch(List<NetlinkRequest> requests) {
        NetlinkWriter writer = begin();
        int count = 0;
        while (count < requests.size() && count < BATCH_LIMIT) {
            NetlinkRequest request = requests.get(count).with(NetlinkFlags.REQUEST);
            try {
                writer.message(request, lastSequence + 1);
            } catch (BufferOverflowException e) {
                writer.rollback();
                if (count == 0) {
                    throw new IllegalArgumentException("netlink request of more than " + SEND_SIZE + " bytes", e);
                }
                break;
            }
            lastSequence++;
            count++;
        }
        writer.acknowledgeLast();
        return count;
    }

    /** Reads answers until the one that ends the batch, and puts those that came before it where they belong. */
    private void awaitBatch(int firstSequence, List<NetlinkAck> acks) {
        while (true) {
            NetlinkReader reader = nextDatagram();
            while (reader.next()) {
                int index = reader.sequence() - firstSequence;
                if (index >= 0 && index < acks.size() && reader.type() == NetlinkType.ERROR) {
                    acks.set(index, checked(reader, NetlinkAckCodec.decode(reader)));
                    if (index == acks.size() - 1) {
                        return;
                    }
                }
            }
            checked(reader, firstSequence);
        }
    }

    private int sendOne(NetlinkRequest request) {
        begin().message(request, ++lastSequence);
        send();
        return lastSequence;
    }

    private NetlinkWriter begin() {
        return new NetlinkWriter(outgoing.payload().clear());
    }

    private void send() {
        outgoing.payload().flip();
        SocketCalls.send(descriptor, outgoing);
        sends++;
    }

    /** Reads answers until the one that ends this request. What is left of an earlier, failed one is passed over. */
    private <T> NetlinkAck exchange(int sequence, NetlinkDecoder<T> decoder, List<T> answers) {
        while (true) {
            NetlinkReader reader = nextDatagram();
            while (reader.next()) {
                if (reader.sequence() != sequence) {
                    continue;
                }
                if (reader.type() == NetlinkType.ERROR || reader.type() == NetlinkType.DONE) {
                    return checked(reader, NetlinkAckCodec.decode(reader));
                }
                if (reader.type() >= NetlinkType.FIRST_OF_FAMILY) {
                    checked(reader, decoder.decode(reader)).ifPresent(answers::add);
                }
            }
            checked(reader, sequence);
        }
    }

    private NetlinkReader nextDatagram() {
        if (SocketCalls.receive(descriptor, incoming) == SocketCalls.WOULD_BLOCK) {
            throw new SystemCallException("netlink answer", Errno.ETIMEDOUT.number());
        }
        return new NetlinkReader(incoming.payload());
    }

    private static <T> T checked(NetlinkReader reader, T value) {
        Optional<String> error = reader.error();
        if (error.isPresent()) {
            throw NetlinkException.malformed(WHAT, error.get());
        }
        return value;
    }
}

package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The calls of socket(2), socket(7), send(2) and recv(2). */
public final class SocketCalls {

    /** {@code SOCK_DGRAM}. */
    public static final int DATAGRAM = 2;

    /** {@code SOCK_RAW}. */
    public static final int RAW = 3;

    /** {@code SOCK_NONBLOCK}, to be added to the type. */
    public static final int NON_BLOCKING = 0x800;

    /** {@code SOL_SOCKET}. */
    public static final int SOCKET_LEVEL = 1;

    /** Answer of {@link #send} and {@link #receive} when a non-blocking socket would have had to wait. */
    public static final int WOULD_BLOCK = -1;

    private static final SocketOption RECEIVE_BUFFER = new SocketOption(SOCKET_LEVEL, 8, "SO_RCVBUF");
    private static final SocketOption RECEIVE_BUFFER_FORCE = new SocketOption(SOCKET_LEVEL, 33, "SO_RCVBUFFORCE");
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int INT_SIZE = Integer.BYTES;

    private SocketCalls() {}

    /** socket(2); the descriptor is always closed on exec. */
    public static Descriptor socket(int domain, int type, int protocol) {
        return new Descriptor(CLibrary.check("socket", CLibrary.LIBC.socket(domain, type | CLOSE_ON_EXEC, protocol)));
    }

    /** bind(2) to the socket address between the buffer's position and limit. */
    public static void bind(Descriptor descriptor, ByteBuffer address) {
        CLibrary.check("bind", CLibrary.LIBC.bind(descriptor.number(), address, address.remaining()));
    }

    /** setsockopt(2) with an int value. */
    public static void setOption(Descriptor descriptor, SocketOption option, int value) {
        ByteBuffer direct = ByteBuffer.allocateDirect(INT_SIZE).order(ByteOrder.nativeOrder());
        setOption(descriptor, option, direct.putInt(0, value));
    }

    /** setsockopt(2) with a structure, given in a direct buffer between position and limit. */
    public static void setOption(Descriptor descriptor, SocketOption option, ByteBuffer value) {
        int result = CLibrary.LIBC.setsockopt(
                descriptor.number(), option.level(), option.number(), value, value.remaining());
        CLibrary.check("setsockopt " + option.name(), result);
    }

    /** A receive buffer as large as asked for with CAP_NET_ADMIN, else as large as net.core.rmem_max allows. */
    public static void receiveBuffer(Descriptor descriptor, int bytes) {
        try {
            setOption(descriptor, RECEIVE_BUFFER_FORCE, bytes);
        } catch (SystemCallException e) {
            if (!e.is(Errno.EPERM)) {
                throw e;
            }
            setOption(descriptor, RECEIVE_BUFFER, bytes);
        }
    }

    /**
     * sendmsg(2) of what lies between position and limit of the message's buffers.
     *
     * @return the number of bytes taken, or {@link #WOULD_BLOCK}
     */
    public static int send(Descriptor descriptor, SocketMessage message) {
        ByteBuffer header = message.outgoing();
        long count;
        do {
            count = CLibrary.LIBC.sendmsg(descriptor.number(), header, 0);
        } while (count < 0 && CLibrary.interrupted());
        return count < 0 ? wouldBlockOrThrow("sendmsg") : (int) count;
    }

    /**
     * recvmsg(2) into the message's buffers, which are then set to what came; a packet longer than the payload buffer is
     * cut and {@link SocketMessage#flags} tells so.
     *
     * @return the number of bytes in the payload buffer, or {@link #WOULD_BLOCK}
     */
    public static int receive(Descriptor descriptor, SocketMessage message) {
        ByteBuffer header = message.incoming();
        long count;
        do {
            count = CLibrary.LIBC.recvmsg(descriptor.number(), header, 0);
        } while (count < 0 && CLibrary.interrupted());
        if (count < 0) {
            return wouldBlockOrThrow("recvmsg");
        }
        message.received((int) count);
        return (int) count;
    }

    private static int wouldBlockOrThrow(String call) {
        if (CLibrary.wouldBlock()) {
            return WOULD_BLOCK;
        }
        throw CLibrary.failure(call);
    }
}

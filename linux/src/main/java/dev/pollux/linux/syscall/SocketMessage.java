package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One reusable message for sendmsg(2) and recvmsg(2): payload, address and control data in direct buffers, and the
 * {@code msghdr} that points at them. Owned by one thread; reused for every packet, it allocates nothing.
 *
 * <pre>
 *  struct msghdr, 64-bit                        struct iovec
 *   0 msg_name      8 msg_namelen (4 + 4 pad)    0 iov_base   8 iov_len
 *  16 msg_iov      24 msg_iovlen
 *  32 msg_control  40 msg_controllen
 *  48 msg_flags
 * </pre>
 */
public final class SocketMessage {

    private static final int IOVEC = 56;
    private static final int HEADER_SIZE = IOVEC + 16;

    private static final int NAME_LENGTH = 8;
    private static final int IOVEC_COUNT = 24;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;
    private static final int PAYLOAD_LENGTH = IOVEC + 8;

    private final ByteBuffer header;
    private final ByteBuffer payload;
    private final ByteBuffer name;
    private final ByteBuffer control;
    private final long payloadAddress;
    private int headroom;

    /**
     * @param payloadCapacity bytes for the largest packet
     * @param nameCapacity bytes for the socket address, 0 for none
     * @param controlCapacity bytes for control messages, 0 for none
     */
    public SocketMessage(int payloadCapacity, int nameCapacity, int controlCapacity) {
        header = direct(HEADER_SIZE);
        payload = direct(payloadCapacity);
        name = direct(nameCapacity);
        control = direct(controlCapacity);
        payloadAddress = CLibrary.address(payload);
        header.putLong(0, nameCapacity == 0 ? 0 : CLibrary.address(name));
        header.putLong(16, CLibrary.address(header) + IOVEC);
        header.putLong(IOVEC_COUNT, 1);
        header.putLong(32, controlCapacity == 0 ? 0 : CLibrary.address(control));
    }

    private static ByteBuffer direct(int capacity) {
        return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
    }

    /** Leaves so many bytes of the payload free in front of what is received. */
    public SocketMessage withHeadroom(int bytes) {
        headroom = bytes;
        return this;
    }

    /** The packet, in native byte order until the caller says otherwise. */
    public ByteBuffer payload() {
        return payload;
    }

    /** The socket address of the other side. */
    public ByteBuffer name() {
        return name;
    }

    /** Control messages (cmsg(3)). */
    public ByteBuffer control() {
        return control;
    }

    /** The header for sending what lies between position and limit of payload, name and control. */
    ByteBuffer outgoing() {
        header.putLong(IOVEC, payloadAddress + payload.position());
        header.putLong(PAYLOAD_LENGTH, payload.remaining());
        header.putInt(NAME_LENGTH, name.limit());
        header.putLong(CONTROL_LENGTH, control.limit());
        return header;
    }

    /** The header for receiving into the whole of payload, name and control. */
    ByteBuffer incoming() {
        header.putLong(IOVEC, payloadAddress + headroom);
        header.putLong(PAYLOAD_LENGTH, payload.capacity() - headroom);
        header.putInt(NAME_LENGTH, name.capacity());
        header.putLong(CONTROL_LENGTH, control.capacity());
        header.putInt(FLAGS, 0);
        return header;
    }

    /** Sets positions and limits to what the kernel filled. */
    void received(int length) {
        payload.position(0).limit(Math.min(headroom + length, payload.capacity()));
        name.position(0).limit(Math.min(header.getInt(NAME_LENGTH), name.capacity()));
        control.position(0).limit((int) header.getLong(CONTROL_LENGTH));
    }
}

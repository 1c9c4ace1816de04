package dev.pollux.integration.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jnr.ffi.LibraryLoader;
import jnr.ffi.annotations.In;

/**
 * Puts whole Ethernet frames on the device of a host, {@code packet(7)}. Bound to the C library here rather than through
 * the product's own sockets, so that a fault of those cannot hide itself.
 */
public final class RawLink implements AutoCloseable {

    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;

    private static final CLibrary C = LibraryLoader.create(CLibrary.class).load("c");

    private final int descriptor;
    private final byte[] address;

    private RawLink(int descriptor, byte[] address) {
        this.descriptor = descriptor;
        this.address = address;
    }

    /** The C library functions used; names and arguments are the C library's. */
    public interface CLibrary {
        int socket(int domain, int type, int protocol);

        long sendto(int descriptor, @In byte[] data, long length, int flags, @In byte[] address, int addressLength);

        int close(int descriptor);
    }

    /** Opens a link on the device. */
    public static RawLink open(Namespace namespace, String device) {
        ByteBuffer address = ByteBuffer.allocate(20).order(ByteOrder.nativeOrder());
        address.putShort((short) AF_PACKET).putShort((short) 0).putInt(namespace.index(device));
        int descriptor = Visit.inside(namespace, () -> C.socket(AF_PACKET, SOCK_RAW, 0));
        if (descriptor < 0) {
            throw new IllegalStateException("cannot open a packet socket in " + namespace);
        }
        return new RawLink(descriptor, address.array());
    }

    /** Sends one frame, from the destination address on. */
    public void send(byte[] frame) {
        if (C.sendto(descriptor, frame, frame.length, 0, address, address.length) != frame.length) {
            throw new IllegalStateException("frame of " + frame.length + " bytes not sent");
        }
    }

    @Override
    public void close() {
        C.close(descriptor);
    }
}

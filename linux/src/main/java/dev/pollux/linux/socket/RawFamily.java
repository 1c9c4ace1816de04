package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SocketOption;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** What differs between IPv4 and IPv6 raw sockets, so that whoever uses one sees whole packets either way. */
interface RawFamily {

    /** {@code AF_INET} or {@code AF_INET6}. */
    short number();

    /** Bytes of the socket address. */
    int addressSize();

    /** Bytes that the kernel leaves out in front of a received packet. */
    int missingHeader();

    /** {@code CMSG_SPACE} of the message that names the interface. */
    int packetInfoSpace();

    /** Switches on what every socket of the family needs. */
    void prepare(Descriptor descriptor);

    SocketOption addMembership();

    SocketOption dropMembership();

    /** The structure for joining and leaving. */
    ByteBuffer membership(InetAddress group, int interfaceIndex);

    SocketOption multicastInterface();

    /** The structure for {@link #multicastInterface}. */
    ByteBuffer multicastInterface(int interfaceIndex);

    /** Addresses the packet in the payload to the destination in its header, by the interface. */
    void address(SocketMessage outgoing, int interfaceIndex);

    /** Puts in front of a received packet what the kernel left out; gives the interface that it came in on. */
    int complete(SocketMessage incoming, int protocol);
}

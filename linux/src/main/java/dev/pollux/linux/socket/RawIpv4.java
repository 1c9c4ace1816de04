package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SocketOption;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Raw IPv4 (ip(7), raw(7)): the kernel gives and takes headers as they are. */
final class RawIpv4 implements RawFamily {

    private static final int ADDRESS_SIZE = 16;
    private static final int DESTINATION_IN_HEADER = 16;
    private static final int DESTINATION_IN_ADDRESS = 4;

    @Override
    public short number() {
        return 2;
    }

    @Override
    public int addressSize() {
        return ADDRESS_SIZE;
    }

    @Override
    public int missingHeader() {
        return 0;
    }

    @Override
    public int packetInfoSpace() {
        return ControlMessages.PACKET_INFO_SPACE;
    }

    @Override
    public void prepare(Descriptor descriptor) {
        SocketCalls.setOption(descriptor, IpOptions.HEADER_INCLUDED, 1);
        SocketCalls.setOption(descriptor, IpOptions.PACKET_INFO, 1);
        SocketCalls.setOption(descriptor, IpOptions.MULTICAST_ALL, 0);
        SocketCalls.setOption(descriptor, IpOptions.MULTICAST_LOOP, 0);
    }

    @Override
    public SocketOption addMembership() {
        return IpOptions.ADD_MEMBERSHIP;
    }

    @Override
    public SocketOption dropMembership() {
        return IpOptions.DROP_MEMBERSHIP;
    }

    @Override
    public ByteBuffer membership(InetAddress group, int interfaceIndex) {
        return IpOptions.membership(group, interfaceIndex);
    }

    @Override
    public SocketOption multicastInterface() {
        return IpOptions.MULTICAST_INTERFACE;
    }

    @Override
    public ByteBuffer multicastInterface(int interfaceIndex) {
        return IpOptions.multicastInterface(interfaceIndex);
    }

    @Override
    public void address(SocketMessage outgoing, int interfaceIndex) {
        ByteBuffer payload = outgoing.payload();
        ByteBuffer name = outgoing.name();
        for (int i = 0; i < Integer.BYTES; i++) {
            name.put(DESTINATION_IN_ADDRESS + i, payload.get(DESTINATION_IN_HEADER + i));
        }
        ControlMessages.putInterface(outgoing.control(), interfaceIndex);
    }

    @Override
    public int complete(SocketMessage incoming, int protocol) {
        return ControlMessages.interfaceIndex(incoming.control());
    }
}

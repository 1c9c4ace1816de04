package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SocketOption;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Raw IPv6 (ipv6(7), RFC 3542): the kernel takes headers as they are ({@code IPV6_HDRINCL}), but gives packets without. What it
 * tells beside the packet is put together to a header again; traffic class and flow label stay zero.
 *
 * <pre>
 *  struct sockaddr_in6
 *   0 family   2 port   4 flow label   8 address (16)   24 interface index
 * </pre>
 */
final class RawIpv6 implements RawFamily {

    private static final int HEADER_SIZE = 40;
    private static final int ADDRESS_SIZE = 28;
    private static final int ADDRESS_BYTES = 16;
    private static final int IN_ADDRESS = 8;
    private static final int SCOPE_IN_ADDRESS = 24;
    private static final int SOURCE_IN_HEADER = 8;
    private static final int DESTINATION_IN_HEADER = 24;
    private static final byte VERSION = 0x60;

    @Override
    public short number() {
        return 10;
    }

    @Override
    public int addressSize() {
        return ADDRESS_SIZE;
    }

    @Override
    public int missingHeader() {
        return HEADER_SIZE;
    }

    @Override
    public int packetInfoSpace() {
        return ControlMessages.PACKET_INFO6_SPACE;
    }

    @Override
    public void prepare(Descriptor descriptor) {
        SocketCalls.setOption(descriptor, Ipv6Options.HEADER_INCLUDED, 1);
        SocketCalls.setOption(descriptor, Ipv6Options.RECEIVE_PACKET_INFO, 1);
        SocketCalls.setOption(descriptor, Ipv6Options.RECEIVE_HOP_LIMIT, 1);
        SocketCalls.setOption(descriptor, Ipv6Options.MULTICAST_LOOP, 0);
    }

    @Override
    public SocketOption addMembership() {
        return Ipv6Options.ADD_MEMBERSHIP;
    }

    @Override
    public SocketOption dropMembership() {
        return Ipv6Options.DROP_MEMBERSHIP;
    }

    @Override
    public ByteBuffer membership(InetAddress group, int interfaceIndex) {
        return Ipv6Options.membership(group, interfaceIndex);
    }

    @Override
    public SocketOption multicastInterface() {
        return Ipv6Options.MULTICAST_INTERFACE;
    }

    @Override
    public ByteBuffer multicastInterface(int interfaceIndex) {
        return Ipv6Options.multicastInterface(interfaceIndex);
    }

    @Override
    public void address(SocketMessage outgoing, int interfaceIndex) {
        ByteBuffer payload = outgoing.payload();
        ByteBuffer name = outgoing.name();
        for (int i = 0; i < ADDRESS_BYTES; i++) {
            name.put(IN_ADDRESS + i, payload.get(DESTINATION_IN_HEADER + i));
        }
        name.putInt(SCOPE_IN_ADDRESS, interfaceIndex);
        ControlMessages.putInterface6(outgoing.control(), interfaceIndex);
    }

    @Override
    public int complete(SocketMessage incoming, int protocol) {
        ByteBuffer packet = incoming.payload();
        ByteBuffer name = incoming.name();
        ByteBuffer control = incoming.control();
        int info = ControlMessages.packetInfo6(control);
        packet.putInt(0, 0).put(0, VERSION);
        packet.putShort(4, (short) (packet.limit() - HEADER_SIZE));
        packet.put(6, (byte) protocol).put(7, (byte) ControlMessages.hopLimit(control));
        for (int i = 0; i < ADDRESS_BYTES; i++) {
            packet.put(SOURCE_IN_HEADER + i, name.get(IN_ADDRESS + i));
            packet.put(DESTINATION_IN_HEADER + i, info < 0 ? 0 : control.get(info + i));
        }
        return info < 0 ? 0 : control.getInt(info + ADDRESS_BYTES);
    }
}

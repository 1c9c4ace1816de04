package dev.pollux.ipvs.kernel;

import dev.pollux.linux.generic.Family;
import dev.pollux.linux.generic.GenericNetlink;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Messages of the family as hexadecimal text, from behind the netlink header on. */
final class Wire {

    private static final int NETLINK_HEADER = 16;
    private static final Family FAMILY = new Family(0x20, 1);

    private Wire() {}

    static String encode(int command, Consumer<NetlinkWriter> body) {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        new NetlinkWriter(buffer).message(FAMILY.request(command, 0, body), 1);
        return HexFormat.of().formatHex(buffer.array(), NETLINK_HEADER, buffer.position());
    }

    /** A reader at the attributes of this message. */
    static NetlinkReader reader(byte[] message) {
        ByteBuffer buffer = ByteBuffer.allocate(NETLINK_HEADER + message.length).order(ByteOrder.nativeOrder());
        buffer.putInt(NETLINK_HEADER + message.length).putShort((short) 0x20).put(new byte[10]);
        buffer.put(message).flip();
        NetlinkReader reader = new NetlinkReader(buffer);
        reader.next();
        GenericNetlink.command(reader);
        return reader;
    }

    static NetlinkReader reader(String hex) {
        return reader(HexFormat.of().parseHex(hex));
    }
}

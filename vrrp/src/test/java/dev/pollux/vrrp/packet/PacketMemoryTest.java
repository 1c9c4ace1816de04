package dev.pollux.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacketMemoryTest {

    private final PacketMemory memory = new PacketMemory();

    @Test
    void thePacketOfBeforeIsTheObjectOfBefore() {
        IpPacket first = memory.read(packet(51, 200, 1));
        assertThat(memory.read(packet(51, 200, 2))).isNotNull().isSameAs(first);
    }

    @Test
    void whatDiffersInAByteIsAnother() {
        ByteBuffer known = packet(51, 200, 1);
        for (int at = 0; at < known.limit(); at++) {
            memory.read(packet(51, 200, 1));
            ByteBuffer changed = packet(51, 200, 1);
            changed.put(at, (byte) (changed.get(at) ^ 1));
            boolean ofTheHeader = at == 4 || at == 5 || at == 10 || at == 11;
            IpPacket expected = IpPacket.parse(changed.duplicate());
            IpPacket read = memory.read(changed);
            assertThat(text(read)).as("byte %d", at).isEqualTo(text(expected));
            IpPacket again = memory.read(packet(51, 200, 1));
            if (ofTheHeader) {
                assertThat(again).isSameAs(read);
            } else {
                assertThat(again).isNotSameAs(read);
            }
        }
    }

    @Test
    void whatFollowsThePacketCountsToo() {
        IpPacket first = memory.read(packet(51, 200, 1));
        ByteBuffer padded = ByteBuffer.allocate(60).put(packet(51, 200, 1)).rewind();
        assertThat(memory.read(padded)).isNotNull().isNotSameAs(first).isEqualTo(memory.read(padded));
    }

    @Test
    void routersAreRememberedSideBySide() {
        IpPacket one = memory.read(packet(51, 200, 1));
        IpPacket other = memory.read(packet(52, 200, 1));
        assertThat(memory.read(packet(51, 200, 2))).isSameAs(one);
        assertThat(memory.read(packet(52, 200, 2))).isSameAs(other);
    }

    /** As it is without a memory, whatever comes. */
    @Test
    void readsAnythingAsItIs() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) (random.nextBoolean() ? 0x40 | random.nextInt(16) : 0x60);
            }
            if (bytes.length > 3) {
                bytes[2] = 0;
                bytes[3] = (byte) random.nextInt(80);
            }
            assertThat(text(memory.read(ByteBuffer.wrap(bytes))))
                    .isEqualTo(text(IpPacket.parse(ByteBuffer.wrap(bytes))));
        }
    }

    private static String text(@Nullable IpPacket packet) {
        return String.valueOf(packet);
    }

    private static ByteBuffer packet(int virtualRouterId, int priority, int identification) {
        ByteBuffer packet = ByteBuffer.allocate(32);
        packet.put((byte) 0x45).put((byte) 0xc0).putShort((short) 32).putShort((short) identification);
        packet.putShort((short) 0).put((byte) 255).put((byte) 112).putShort((short) ~identification);
        packet.put(new byte[] {10, 9, 0, 1, (byte) 224, 0, 0, 18});
        packet.put((byte) 0x31).put((byte) virtualRouterId).put((byte) priority).put((byte) 1);
        packet.putInt(0x0001_1234).putInt(0x0a09_0064);
        return packet.rewind();
    }
}

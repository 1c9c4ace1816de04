package dev.pollux.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.linux.time.KernelTimestamps;
import dev.pollux.linux.time.NanoClock;
import java.lang.management.ManagementFactory;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** An advert sent and received leaves nothing for the collector: the smallest object would be 16 bytes for each. */
class SteadyStateAllocationTest {

    private static final int PACKETS = 5_000;
    private static final int PACKETS_PER_READ = 16;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final KernelTimestamps timestamps = new KernelTimestamps(NanoClock.system());
    private int received;
    private long newest;

    @Test
    void sendingAndReceivingAllocatesNothing() {
        NetworkNamespace.runIn(() -> {
            try (RawIpSocket sender = RawIpSocket.open(StandardProtocolFamily.INET, RawIpSocket.SEND_ONLY);
                    RawIpSocket receiver = RawIpSocket.open(StandardProtocolFamily.INET, 112)) {
                exchange(sender, receiver);
                long before = threads.getCurrentThreadAllocatedBytes();
                exchange(sender, receiver);
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;

                assertThat(received).isEqualTo(2 * PACKETS);
                assertThat(newest).isNotZero();
                assertThat(allocated).isLessThan(8L * PACKETS);
            }
        });
    }

    private void exchange(RawIpSocket sender, RawIpSocket receiver) {
        ByteBuffer packet = ByteBuffer.allocateDirect(40)
                .put(0, (byte) 0x45)
                .put(8, (byte) 255)
                .put(9, (byte) 112)
                .put(12, new byte[] {127, 0, 0, 1})
                .put(16, new byte[] {127, 0, 0, 1});
        PacketHandler handler = this::received;
        for (int count = 0; count < PACKETS; count++) {
            sender.send(packet, 0);
            receiver.receive(PACKETS_PER_READ, handler);
        }
    }

    private void received(ByteBuffer packet, int interfaceIndex, long realtimeNanos) {
        received++;
        newest = timestamps.toNanoTime(realtimeNanos);
    }
}

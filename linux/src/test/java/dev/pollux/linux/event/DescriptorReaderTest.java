package dev.pollux.linux.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import io.netty.channel.IoEventLoop;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A UDP socket made by our own calls stands for every kind of descriptor. */
class DescriptorReaderTest {

    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;

    private final List<Integer> lengths = new CopyOnWriteArrayList<>();
    private final SocketMessage message = new SocketMessage(100, 16, 0);
    private IoEventLoop loop;
    private Descriptor descriptor;
    private DatagramSocket sender;
    private int port;

    @BeforeEach
    void open() throws Exception {
        loop = EventLoops.create("test-loop");
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        descriptor = SocketCalls.socket(AF_INET, SOCK_DGRAM | SocketCalls.NON_BLOCKING, 0);
        ByteBuffer address = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
        address.putShort(0, (short) AF_INET);
        address.order(ByteOrder.BIG_ENDIAN).putShort(2, (short) port).putInt(4, 0x7f000001);
        SocketCalls.bind(descriptor, address);
        sender = new DatagramSocket();
    }

    @AfterEach
    void close() {
        sender.close();
        descriptor.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void callsTheHandlerOnTheLoopUntilEverythingIsRead() throws Exception {
        Registration registration = DescriptorReader.register(loop, descriptor, this::readOne);
        for (int length = 1; length <= 20; length++) {
            send(length);
        }

        await().untilAsserted(() -> assertThat(lengths).hasSize(20));
        assertThat(lengths).startsWith(1, 2, 3).endsWith(20);
        registration.close();
    }

    @Test
    void callsNothingAfterClose() throws Exception {
        Registration registration = DescriptorReader.register(loop, descriptor, this::readOne);
        registration.close();
        registration.close();
        send(1);
        send(2);

        loop.submit(() -> {}).sync();
        assertThat(lengths).isEmpty();
        assertThat(SocketCalls.receive(descriptor, message)).isEqualTo(1);
    }

    @Test
    void survivesAHandlerThatThrows() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Registration registration = DescriptorReader.register(loop, descriptor, () -> {
            readOne();
            if (calls.incrementAndGet() == 1) {
                throw new AssertionError("on purpose");
            }
        });
        send(1);
        send(2);

        await().untilAsserted(() -> assertThat(lengths).containsExactly(1, 2));
        registration.close();
    }

    @Test
    void canBeClosedByItsOwnHandler() throws Exception {
        Registration[] registration = new Registration[1];
        loop.submit(() -> {
                    registration[0] = DescriptorReader.register(loop, descriptor, () -> {
                        readOne();
                        registration[0].close();
                    });
                })
                .sync();
        send(1);
        await().untilAsserted(() -> assertThat(lengths).containsExactly(1));

        send(2);
        loop.submit(() -> {}).sync();
        assertThat(lengths).containsExactly(1);
    }

    @Test
    void closesAfterTheLoopEnded() {
        Registration registration = DescriptorReader.register(loop, descriptor, this::readOne);
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();

        registration.close();
        assertThat(descriptor.isClosed()).isFalse();
    }

    @Test
    void aClosedDescriptorIsRefused() {
        descriptor.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> DescriptorReader.register(loop, descriptor, this::readOne))
                .withMessageContaining("closed");
    }

    @Test
    void theThreadIsNamedAndSetUpFirst() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        IoEventLoop named = EventLoops.create("vrrp", () -> {
            names.add(Thread.currentThread().getName());
            throw new IllegalStateException("on purpose");
        });

        assertThat(named.submit(() -> Thread.currentThread().getName()).get()).isEqualTo("vrrp");
        assertThat(names).containsExactly("vrrp");
        named.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void readOne() {
        lengths.add(SocketCalls.receive(descriptor, message));
    }

    private void send(int length) throws Exception {
        sender.send(new DatagramPacket(new byte[length], length, InetAddress.getLoopbackAddress(), port));
    }
}

package dev.pollux.linux.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessEventsTest {

    @Test
    void aProcessIsHeardOfFromBeginningToEnd() throws Exception {
        IoEventLoop loop = EventLoops.create("test-loop");
        ConcurrentLinkedQueue<ProcessEvent> events = new ConcurrentLinkedQueue<>();
        try (ProcessEvents open = open(loop, events)) {
            assumeThat(open).isNotNull();
            assumeThat(hears(events))
                    .as("SKIPPED: needs the kernel's proc connector, in the first namespaces")
                    .isTrue();
            Process process = new ProcessBuilder("sleep", "0.1").start();
            int pid = (int) process.pid();
            await().until(() -> events.contains(new ProcessEvent.Renamed(pid)));
            assertThat(ProcessTable.local().find((int) ProcessHandle.current().pid()))
                    .hasValueSatisfying(us -> assertThat(us.commandLine()).isNotEmpty());
            await().until(() -> events.contains(new ProcessEvent.Exited(pid)));
            process.waitFor();
            assertThat(ProcessTable.local().find(pid)).isEmpty();
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    @Test
    void theTableHoldsEverybody() {
        int own = (int) ProcessHandle.current().pid();
        assertThat(ProcessTable.local().all()).extracting(RunningProcess::pid).contains(own);
    }

    @Test
    void decodesAFork() {
        ByteBuffer message = ByteBuffer.allocate(72).order(ByteOrder.nativeOrder());
        message.putInt(72).putShort((short) 3).putShort((short) 0).putInt(0).putInt(0);
        message.putInt(1).putInt(1).putInt(0).putInt(0).putInt(36);
        message.putInt(1).putInt(0).putLong(0).putInt(10).putInt(10).putInt(20).putInt(20);
        NetlinkReader reader = new NetlinkReader(message.flip().limit(68 + 4));
        assertThat(reader.next()).isTrue();
        assertThat(ProcessEventCodec.decode(reader)).contains(new ProcessEvent.Forked(20, 10));
    }

    @Test
    void nothingThatIsReadThrows() {
        Random random = new Random(3);
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[16 + random.nextInt(64)];
            random.nextBytes(bytes);
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            NetlinkReader reader = new NetlinkReader(buffer.putInt(0, bytes.length));
            if (reader.next()) {
                assertThat(ProcessEventCodec.decode(reader)).isNotNull();
            }
        }
    }

    private static @Nullable ProcessEvents open(IoEventLoop loop, ConcurrentLinkedQueue<ProcessEvent> events) {
        try {
            return ProcessEvents.open(loop, events::add, () -> {});
        } catch (SystemCallException e) {
            return null;
        }
    }

    /** Whether anything at all is told. */
    private static boolean hears(ConcurrentLinkedQueue<ProcessEvent> events) throws Exception {
        for (int attempt = 0; attempt < 20 && events.isEmpty(); attempt++) {
            assertThat(List.of(new ProcessBuilder("true").start().waitFor())).containsExactly(0);
            try {
                await().pollDelay(Duration.ofMillis(5))
                        .atMost(Duration.ofMillis(100))
                        .until(() -> !events.isEmpty());
            } catch (org.awaitility.core.ConditionTimeoutException e) {
                assertThat(events).isEmpty();
            }
        }
        return !events.isEmpty();
    }
}

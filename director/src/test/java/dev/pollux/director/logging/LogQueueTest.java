package dev.pollux.director.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogQueueTest {

    private static final int MORE = 100;

    private final LoggerContext context = new LoggerContext();
    private final Gate gate = new Gate();
    private final Logger logger = context.getLogger("test");

    /** A destination that writes as many lines as it is let. */
    private static final class Gate extends AppenderBase<ILoggingEvent> {
        private final Semaphore open = new Semaphore(0);
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            open.acquireUninterruptibly();
            written.add(event.getFormattedMessage());
        }
    }

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        gate.setContext(context);
        gate.start();
        logger.setLevel(Level.INFO);
        LogQueue queue = new LogQueue(context, gate, Set.of("hurried"));
        queue.start();
        logger.addAppender(queue);
    }

    @AfterEach
    void stop() {
        gate.open.release(Integer.MAX_VALUE / 2);
        context.stop();
    }

    @Test
    void aBurstIsWrittenWhole() throws InterruptedException {
        Thread burst = write("patient", 2 * LogQueue.CAPACITY);
        await().until(() -> burst.getState() == Thread.State.TIMED_WAITING);
        gate.open.release(3 * LogQueue.CAPACITY);
        burst.join();
        await().until(() -> gate.written.size() >= 2 * LogQueue.CAPACITY);
        assertThat(gate.written)
                .hasSize(2 * LogQueue.CAPACITY)
                .startsWith("line 1")
                .endsWith("line " + 2 * LogQueue.CAPACITY);
    }

    @Test
    void whoIsInAHurryLosesLinesAndItIsSaidHowMany() throws InterruptedException {
        // One more than the queue holds is with the writer, sooner or later.
        write("hurried", LogQueue.CAPACITY + MORE).join();
        assertThat(gate.written).isEmpty();
        gate.open.release(2 * LogQueue.CAPACITY);
        await().until(() -> gate.written.stream().anyMatch(line -> line.contains("were lost")));
        int kept = gate.written.size() - 1;
        assertThat(kept).isBetween(LogQueue.CAPACITY, LogQueue.CAPACITY + 1);
        assertThat(gate.written.get(kept)).startsWith(LogQueue.CAPACITY + MORE - kept + " lines of this log were lost");
    }

    @Test
    void aDestinationThatHangsHoldsOthersUpOnce() throws InterruptedException {
        Thread burst = write("patient", LogQueue.CAPACITY + 2 + 10 * MORE);
        burst.join(10_000);
        assertThat(burst.isAlive()).isFalse();
        gate.open.release(2 * LogQueue.CAPACITY);
        await().until(() -> gate.written.stream().anyMatch(line -> line.contains("were lost")));
    }

    @Test
    void whatIsQueuedIsWrittenAtTheEnd() throws InterruptedException {
        write("hurried", MORE).join();
        gate.open.release(MORE);
        context.stop();
        assertThat(gate.written).hasSize(MORE);
    }

    private Thread write(String thread, int lines) {
        Thread writer = new Thread(
                () -> {
                    for (int i = 1; i <= lines; i++) {
                        logger.info("line {}", i);
                    }
                },
                thread);
        writer.start();
        return writer;
    }
}

package dev.pollux.director.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands lines to a destination on a thread of its own. A thread in no hurry waits where the queue is full, once and not for
 * long: a burst is written whole, and a console that nobody reads holds nobody up. Lines that find no place are lost, and
 * how many is said as soon as lines are written again.
 */
final class LogQueue extends UnsynchronizedAppenderBase<ILoggingEvent> {

    static final int CAPACITY = 2048;
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration FLUSHING = Duration.ofSeconds(1);
    private static final ILoggingEvent END = new LoggingEvent();

    private final Appender<ILoggingEvent> destination;
    private final Set<String> hurried;
    private final BlockingQueue<ILoggingEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer = new Thread(this::write, "log");
    /** Somebody has waited in vain, and nothing was written since. */
    private volatile boolean stuck;

    /** @param hurried names of the threads that never wait */
    LogQueue(LoggerContext context, Appender<ILoggingEvent> destination, Set<String> hurried) {
        this.destination = destination;
        this.hurried = Set.copyOf(hurried);
        setContext(context);
        writer.setDaemon(true);
    }

    @Override
    public void start() {
        super.start();
        writer.start();
    }

    /** Writes what is queued, for a second at most. */
    @Override
    public void stop() {
        if (!isStarted()) {
            return;
        }
        super.stop();
        try {
            if (queue.offer(END, FLUSHING.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.join(FLUSHING.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        destination.stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        if (!queue.offer(event) && (hurried.contains(event.getThreadName()) || !waited(event))) {
            lost.incrementAndGet();
        }
    }

    private boolean waited(ILoggingEvent event) {
        if (stuck) {
            return false;
        }
        try {
            if (queue.offer(event, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            stuck = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void write() {
        try {
            for (ILoggingEvent event = queue.take(); event != END; event = next()) {
                destination.doAppend(event);
                stuck = false;
            }
            tellLoss();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ILoggingEvent next() throws InterruptedException {
        ILoggingEvent event = queue.poll();
        if (event != null) {
            return event;
        }
        tellLoss();
        return queue.take();
    }

    private void tellLoss() {
        long count = lost.getAndSet(0);
        if (count > 0) {
            LoggingEvent told = new LoggingEvent();
            told.setLoggerName(LogQueue.class.getName());
            told.setLevel(Level.WARN);
            told.setThreadName(writer.getName());
            told.setTimeStamp(System.currentTimeMillis());
            told.setMessage(count + " lines of this log were lost: they came faster than they could be written");
            destination.doAppend(told);
        }
    }
}

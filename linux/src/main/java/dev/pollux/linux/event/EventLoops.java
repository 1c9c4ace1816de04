package dev.pollux.linux.event;

import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes event loops of exactly one thread, named for what they own. */
public final class EventLoops {

    private static final Logger log = LoggerFactory.getLogger(EventLoops.class);

    private EventLoops() {}

    /** A loop whose thread has this name. It ends by {@link IoEventLoop#shutdownGracefully()}. */
    public static IoEventLoop create(String name) {
        return create(name, () -> {});
    }

    /**
     * A loop whose thread first runs {@code onThreadStart}, for example to set its scheduling. What that throws is logged
     * and the loop runs all the same. The thread starts with the first task and inherits the network namespace and the
     * signal mask of the thread that gives it; it keeps the JVM alive until the loop is shut down.
     */
    public static IoEventLoop create(String name, Runnable onThreadStart) {
        ThreadFactory threads = loop -> new FastThreadLocalThread(() -> start(name, onThreadStart, loop), name);
        return new MultiThreadIoEventLoopGroup(1, threads, EpollIoHandler.newFactory()).next();
    }

    private static void start(String name, Runnable onThreadStart, Runnable loop) {
        try {
            onThreadStart.run();
        } catch (RuntimeException e) {
            log.warn("Thread {} runs as it is, its setup failed: {}", name, e.getMessage());
        }
        loop.run();
    }
}

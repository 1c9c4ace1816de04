package dev.pollux.linux.event;

import dev.pollux.linux.syscall.Descriptor;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a handler on an event loop whenever a descriptor is readable: raw, packet and netlink sockets, signalfd, inotify,
 * pidfd. The descriptor must not block; its owner stays the owner and closes it.
 *
 * <p>Readiness is level-triggered (epoll(7)): a handler that leaves something unread is called again in the loop's next
 * turn, after the loop's timers and tasks. So a handler reads at most a bounded number of packets per call, or a flood on
 * one descriptor starves everything else on the loop. It is called for pending socket errors too, which the next read
 * reports and clears.
 *
 * <p>What a handler throws is caught and logged here: Netty would put the whole loop to sleep for a second.
 */
public final class DescriptorReader implements EpollIoHandle {

    private static final Logger log = LoggerFactory.getLogger(DescriptorReader.class);

    private final FileDescriptor descriptor;
    private final Runnable onReadable;
    private int failuresInARow;

    private DescriptorReader(Descriptor descriptor, Runnable onReadable) {
        this.descriptor = new FileDescriptor(descriptor.number());
        this.onReadable = onReadable;
    }

    /**
     * Begins to watch a descriptor. From a thread that is not the loop's it waits until the loop has done so.
     *
     * @throws IllegalStateException if epoll refuses the descriptor (a regular file, or already registered)
     */
    public static Registration register(IoEventLoop loop, Descriptor descriptor, Runnable onReadable) {
        DescriptorReader reader = new DescriptorReader(descriptor, onReadable);
        Future<IoRegistration> registered = loop.register(reader).awaitUninterruptibly();
        if (!registered.isSuccess()) {
            throw new IllegalStateException("cannot watch " + descriptor, registered.cause());
        }
        IoRegistration registration = registered.getNow();
        registration.submit(EpollIoOps.EPOLLIN);
        return () -> cancel(loop, registration);
    }

    @Override
    public FileDescriptor fd() {
        return descriptor;
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
        if (!registration.isValid()) {
            return;
        }
        Throwable failure = run();
        if (failure == null) {
            failuresInARow = 0;
        } else if (Integer.bitCount(++failuresInARow) == 1) {
            // A handler that fails before it reads is called again at once: log the 1st, 2nd, 4th, 8th... failure.
            log.error("Reading {} failed {} times in a row", descriptor, failuresInARow, failure);
        }
    }

    /** The loop ends; the descriptor is its owner's to close. */
    @Override
    public void close() {}

    private @Nullable Throwable run() {
        try {
            onReadable.run();
            return null;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return e;
        }
    }

    private static void cancel(IoEventLoop loop, IoRegistration registration) {
        if (loop.inEventLoop()) {
            registration.cancel();
            return;
        }
        try {
            loop.submit(registration::cancel).awaitUninterruptibly();
        } catch (RejectedExecutionException e) {
            // The loop has ended and with it every registration.
            log.debug("Loop gone before its registration", e);
        }
    }
}

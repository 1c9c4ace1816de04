package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Owns one open file descriptor and closes it exactly once. A number is never handed out after close, because the kernel
 * gives it to the next file opened. Cancel its {@code Registration} on an event loop before closing it.
 */
public final class Descriptor implements AutoCloseable {

    private final int number;
    private final AtomicBoolean closed = new AtomicBoolean();

    Descriptor(int number) {
        this.number = number;
    }

    /**
     * The number to pass to a system call.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public int number() {
        if (closed.get()) {
            throw new IllegalStateException("descriptor " + number + " is closed");
        }
        return number;
    }

    /**
     * read(2) into the buffer's remaining space; its position moves past what was read.
     *
     * @return the number of bytes, 0 at the end of the file, -1 when a non-blocking descriptor has nothing
     */
    public int read(ByteBuffer direct) {
        long count;
        do {
            count = CLibrary.LIBC.read(number(), direct, direct.remaining());
        } while (count < 0 && CLibrary.interrupted());
        if (count < 0) {
            if (CLibrary.wouldBlock()) {
                return -1;
            }
            throw CLibrary.failure("read");
        }
        direct.position(direct.position() + (int) count);
        return (int) count;
    }

    public boolean isClosed() {
        return closed.get();
    }

    /** Closes the descriptor; a second call does nothing. Errors of close(2) are ignored: the number is free anyway. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            CLibrary.LIBC.close(number);
        }
    }

    @Override
    public String toString() {
        return "fd " + number + (closed.get() ? " (closed)" : "");
    }
}

package dev.pollux.linux.signal;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SignalCalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Receives signals by a descriptor (signalfd(2)).
 *
 * <p>A signal reaches the descriptor only if every thread of the process blocks it. A JVM has threads before its first
 * line of Java runs, so the launcher must block the signals ({@code env --block-signal=HUP,...}) and keep HotSpot from
 * unblocking them: {@code -Xrs} for SIGHUP, SIGINT and SIGTERM, {@code _JAVA_SR_SIGNUM} in the environment for SIGUSR2.
 * {@link SignalMask#blockedInAllThreads} tells whether that was done.
 */
public final class SignalDescriptor implements AutoCloseable {

    /**
     * {@code sizeof(struct signalfd_siginfo)}: signal number (4), errno (4), code (4), pid (4), uid (4), and much that
     * is not needed here.
     */
    private static final int INFO_SIZE = 128;

    private static final int PID_OFFSET = 12;
    private static final int USER_ID_OFFSET = 16;
    private static final int SIGNALS_PER_READ = 16;

    private final Descriptor descriptor;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(SIGNALS_PER_READ * INFO_SIZE).order(ByteOrder.nativeOrder());

    private SignalDescriptor(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** Blocks the signals in the calling thread and the threads it starts, and opens a descriptor for them. */
    public static SignalDescriptor open(Set<Signal> signals) {
        ByteBuffer mask = SignalMask.of(signals).toBuffer();
        SignalCalls.block(mask);
        return new SignalDescriptor(SignalCalls.signalDescriptor(mask));
    }

    /** For registering on the loop. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /** Gives the signals that are pending, at most 16, to the handler. */
    public void receive(Consumer<ReceivedSignal> handler) {
        if (descriptor.read(buffer.clear()) <= 0) {
            return;
        }
        buffer.flip();
        for (int start = 0; start + INFO_SIZE <= buffer.limit(); start += INFO_SIZE) {
            Signal signal = new Signal(buffer.getInt(start));
            handler.accept(new ReceivedSignal(
                    signal, buffer.getInt(start + PID_OFFSET), buffer.getInt(start + USER_ID_OFFSET)));
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }
}

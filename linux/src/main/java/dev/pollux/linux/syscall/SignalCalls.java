package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;

/** signalfd(2) and pthread_sigmask(3). A mask is the kernel's 64-bit set: bit n-1 stands for signal n. */
public final class SignalCalls {

    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int BLOCK = 0;

    private SignalCalls() {}

    /**
     * A new non-blocking descriptor that gives the signals of the mask as they become pending.
     *
     * @param mask a direct buffer of glibc's {@code sigset_t} (128 bytes, the first 8 used)
     */
    public static Descriptor signalDescriptor(ByteBuffer mask) {
        int flags = NON_BLOCKING | CLOSE_ON_EXEC;
        return new Descriptor(CLibrary.check("signalfd", CLibrary.LIBC.signalfd(-1, mask, flags)));
    }

    /** Blocks the signals of the mask in the calling thread and in the threads it starts from now on. */
    public static void block(ByteBuffer mask) {
        int error = CLibrary.LIBC.pthread_sigmask(BLOCK, mask, null);
        if (error != 0) {
            throw new SystemCallException("pthread_sigmask", error);
        }
    }
}

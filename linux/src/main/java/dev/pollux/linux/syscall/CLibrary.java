package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import jnr.ffi.LastError;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.jspecify.annotations.Nullable;

/** The loaded C library and the calling thread's errno. Loading takes some 100 ms without a class-data archive. */
final class CLibrary {

    static final LibC LIBC = LibraryLoader.create(LibC.class).load("c");

    private static final Runtime RUNTIME = Runtime.getRuntime(LIBC);

    private CLibrary() {}

    /** Errno of the last bound call of this thread; jnr-ffi saves it before the JVM can overwrite it. */
    static int errno() {
        return LastError.getLastError(RUNTIME);
    }

    /** Whether a call that just failed was only interrupted by a signal and is to be made again. */
    static boolean interrupted() {
        return errno() == Errno.EINTR.number();
    }

    /** Whether a call that just failed would have had to wait. */
    static boolean wouldBlock() {
        return errno() == Errno.EAGAIN.number();
    }

    static SystemCallException failure(String call) {
        return new SystemCallException(call, errno());
    }

    /** Passes a result that is not negative, throws for one that is. */
    static int check(String call, int result) {
        if (result < 0) {
            throw failure(call);
        }
        return result;
    }

    /** Where a direct buffer's byte 0 lies. It stays there as long as the buffer is reachable. */
    static long address(ByteBuffer direct) {
        return Pointer.wrap(RUNTIME, direct.duplicate().clear()).address();
    }

    /**
     * The functions of the C library that Pollux calls, bound by jnr-ffi under these very names. Each one costs a
     * generated stub when the program starts, so only what is used is here. Buffers must be direct; the address passed is
     * that of their position. 64-bit ABI: {@code long} is {@code size_t} and {@code ssize_t}. Public inside a class that
     * is not, because jnr-ffi implements it in a class loader of its own.
     */
    public interface LibC {

        int socket(int domain, int type, int protocol);

        int bind(int fd, ByteBuffer address, int length);

        int setsockopt(int fd, int level, int option, ByteBuffer value, int length);

        long sendmsg(int fd, ByteBuffer header, int flags);

        long recvmsg(int fd, ByteBuffer header, int flags);

        long read(int fd, ByteBuffer buffer, long length);

        int close(int fd);

        int signalfd(int fd, ByteBuffer mask, int flags);

        int pthread_sigmask(int how, @Nullable ByteBuffer mask, @Nullable ByteBuffer previous);

        int clock_gettime(int clock, ByteBuffer timespec);

        int mlockall(int flags);

        int prctl(int option, long argument2, long argument3, long argument4, long argument5);
    }
}

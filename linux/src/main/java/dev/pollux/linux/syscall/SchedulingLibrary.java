package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import jnr.ffi.LibraryLoader;

/** The functions that scheduling needs. */
final class SchedulingLibrary {

    static final LibC LIBC = LibraryLoader.create(LibC.class).load("c");

    private SchedulingLibrary() {}

    /** As {@link CLibrary.LibC}. */
    public interface LibC {

        int sched_setscheduler(int thread, int policy, ByteBuffer parameters);

        int sched_setaffinity(int thread, long size, ByteBuffer mask);

        int setpriority(int which, int thread, int value);

        int setrlimit(int resource, ByteBuffer limits);
    }
}

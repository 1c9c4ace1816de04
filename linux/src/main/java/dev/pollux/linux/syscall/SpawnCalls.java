package dev.pollux.linux.syscall;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** posix_spawn(3), pidfd_open(2), waitid(2) and kill(2). */
public final class SpawnCalls {

    private static final String NULL_DEVICE = "/dev/null";
    private static final int READ_WRITE = 2;
    private static final int STANDARD_DESCRIPTORS = 3;

    /** Room for glibc's {@code posix_spawnattr_t} (336 bytes) and {@code posix_spawn_file_actions_t} (80). */
    private static final int OPAQUE_SIZE = 1024;

    private static final int SIGSET_SIZE = 128;
    private static final int SET_SIGNAL_DEFAULTS = 0x04;
    private static final int SET_SIGNAL_MASK = 0x08;
    private static final int SET_SCHEDULER_PARAMETERS = 0x10;
    private static final int SET_SCHEDULER = 0x20;
    private static final int SET_SESSION = 0x80;
    private static final int SCHED_OTHER = 0;

    private static final long PIDFD_OPEN = 434;
    private static final int NON_BLOCKING = 0x800;
    private static final int P_PIDFD = 3;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;

    /** {@code siginfo_t}, and where waitid(2) puts the way a child ended, its pid and its status or signal. */
    private static final int SIGINFO_SIZE = 128;

    private static final int CODE = 8;
    private static final int PID = 16;
    private static final int STATUS = 24;
    private static final int CLD_EXITED = 1;

    private SpawnCalls() {}

    /**
     * How a child ended.
     *
     * @param exited true: by itself, with the status; false: by the signal
     */
    public record End(boolean exited, int number) {}

    /**
     * Starts a program in a session and process group of its own: all signals at their defaults and none blocked, ordinary
     * scheduling, /dev/null as its three standard descriptors and no others.
     *
     * @param path of the program; no folders are searched
     * @param arguments the first is the program's name for itself
     * @param environment {@code NAME=value}
     * @return its process id, which is also that of its group and session
     * @throws SystemCallException when it cannot be executed, such as ENOENT or EACCES
     */
    public static int spawn(String path, List<String> arguments, List<String> environment) {
        ByteBuffer attributes = attributes();
        ByteBuffer actions = buffer(OPAQUE_SIZE);
        ByteBuffer nullDevice = NativeText.string(NULL_DEVICE);
        checkError("posix_spawn_file_actions_init", SpawnLibrary.LIBC.posix_spawn_file_actions_init(actions));
        try {
            for (int fd = 0; fd < STANDARD_DESCRIPTORS; fd++) {
                checkError(
                        "posix_spawn_file_actions_addopen",
                        SpawnLibrary.LIBC.posix_spawn_file_actions_addopen(actions, fd, nullDevice, READ_WRITE, 0));
            }
            checkError(
                    "posix_spawn_file_actions_addclosefrom_np",
                    SpawnLibrary.LIBC.posix_spawn_file_actions_addclosefrom_np(actions, STANDARD_DESCRIPTORS));
            return spawn(path, actions, attributes, new Texts(arguments, environment));
        } finally {
            SpawnLibrary.LIBC.posix_spawn_file_actions_destroy(actions);
            Reference.reachabilityFence(nullDevice);
        }
    }

    private static int spawn(String path, ByteBuffer actions, ByteBuffer attributes, Texts texts) {
        ByteBuffer pid = buffer(Integer.BYTES);
        ByteBuffer program = NativeText.string(path);
        NativeText.Vector arguments = NativeText.Vector.of(texts.arguments());
        NativeText.Vector environment = NativeText.Vector.of(texts.environment());
        try {
            checkError(
                    "posix_spawn",
                    SpawnLibrary.LIBC.posix_spawn(
                            pid, program, actions, attributes, arguments.pointers(), environment.pointers()));
        } finally {
            Reference.reachabilityFence(arguments);
            Reference.reachabilityFence(environment);
        }
        return pid.getInt(0);
    }

    private static ByteBuffer attributes() {
        ByteBuffer attributes = buffer(OPAQUE_SIZE);
        ByteBuffer all = buffer(SIGSET_SIZE);
        all.putLong(0, -1L);
        SpawnLibrary.LibC libc = SpawnLibrary.LIBC;
        checkError("posix_spawnattr_init", libc.posix_spawnattr_init(attributes));
        int flags = SET_SIGNAL_DEFAULTS | SET_SIGNAL_MASK | SET_SCHEDULER_PARAMETERS | SET_SCHEDULER | SET_SESSION;
        checkError("posix_spawnattr_setflags", libc.posix_spawnattr_setflags(attributes, (short) flags));
        checkError("posix_spawnattr_setsigdefault", libc.posix_spawnattr_setsigdefault(attributes, all));
        checkError("posix_spawnattr_setsigmask", libc.posix_spawnattr_setsigmask(attributes, buffer(SIGSET_SIZE)));
        checkError("posix_spawnattr_setschedpolicy", libc.posix_spawnattr_setschedpolicy(attributes, SCHED_OTHER));
        checkError(
                "posix_spawnattr_setschedparam", libc.posix_spawnattr_setschedparam(attributes, buffer(Integer.BYTES)));
        return attributes;
    }

    /** A descriptor that becomes readable when the process has ended (pidfd_open(2)). */
    public static Descriptor processDescriptor(int pid) {
        long fd = SpawnLibrary.LIBC.syscall(PIDFD_OPEN, pid, NON_BLOCKING);
        return new Descriptor(CLibrary.check("pidfd_open", (int) fd));
    }

    /** Takes the end of a child of ours from the kernel; null: it has not ended. */
    public static @Nullable End reap(Descriptor process) {
        ByteBuffer information = buffer(SIGINFO_SIZE);
        int result = SpawnLibrary.LIBC.waitid(P_PIDFD, process.number(), information, WEXITED | WNOHANG);
        if (result < 0 && CLibrary.errno() == Errno.EAGAIN.number()) {
            return null; // what a non-blocking descriptor says instead of nothing
        }
        CLibrary.check("waitid", result);
        return information.getInt(PID) == 0
                ? null
                : new End(information.getInt(CODE) == CLD_EXITED, information.getInt(STATUS));
    }

    /** kill(2) of a whole process group; false: nobody is left in it. */
    public static boolean killGroup(int group, int signal) {
        if (SpawnLibrary.LIBC.kill(-group, signal) == 0) {
            return true;
        }
        if (CLibrary.errno() == Errno.ESRCH.number()) {
            return false;
        }
        throw CLibrary.failure("kill");
    }

    /** The functions of the posix_spawn family give their error as result. */
    private static void checkError(String call, int error) {
        if (error != 0) {
            throw new SystemCallException(call, error);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private record Texts(List<String> arguments, List<String> environment) {}
}

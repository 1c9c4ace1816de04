package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;

/** mkfifo(3), open(2), fchown(2) and write(2), for named pipes. */
public final class PipeCalls {

    private static final int READ_WRITE = 2;
    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;

    /** {@code O_NOFOLLOW}, which is another bit on arm64. */
    private static final int NO_FOLLOW = System.getProperty("os.arch", "").equals("aarch64") ? 0x8000 : 0x20000;

    private PipeCalls() {}

    /**
     * mkfifo(3), within the umask; false: something of that name exists.
     *
     * @throws SystemCallException for every other error
     */
    public static boolean make(String path, int mode) {
        if (SpawnLibrary.LIBC.mkfifo(NativeText.string(path), mode) == 0) {
            return true;
        }
        if (CLibrary.errno() == Errno.EEXIST.number()) {
            return false;
        }
        throw CLibrary.failure("mkfifo");
    }

    /** open(2) for both directions, so that it never waits for a reader and no reader sees its end; no symbolic link. */
    public static Descriptor open(String path) {
        int flags = READ_WRITE | NON_BLOCKING | CLOSE_ON_EXEC | NO_FOLLOW;
        return new Descriptor(CLibrary.check("open", SpawnLibrary.LIBC.open(NativeText.string(path), flags)));
    }

    /** fchown(2). */
    public static void owner(Descriptor pipe, int userId, int groupId) {
        CLibrary.check("fchown", SpawnLibrary.LIBC.fchown(pipe.number(), userId, groupId));
    }

    /** write(2) of what lies between position and limit, at most PIPE_BUF bytes: all of it, or false when there is no room. */
    public static boolean write(Descriptor pipe, ByteBuffer direct) {
        long count;
        do {
            count = SpawnLibrary.LIBC.write(pipe.number(), direct, direct.remaining());
        } while (count < 0 && CLibrary.interrupted());
        if (count < 0 && CLibrary.wouldBlock()) {
            return false;
        }
        CLibrary.check("write", (int) count);
        return true;
    }
}

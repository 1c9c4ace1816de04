package dev.pollux.linux.syscall;

/** inotify(7). */
public final class InotifyCalls {

    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;

    private InotifyCalls() {}

    /** inotify_init1(2): a new non-blocking descriptor that watches nothing. */
    public static Descriptor open() {
        return new Descriptor(
                CLibrary.check("inotify_init1", SpawnLibrary.LIBC.inotify_init1(NON_BLOCKING | CLOSE_ON_EXEC)));
    }

    /**
     * inotify_add_watch(2).
     *
     * @param mask events of interest
     * @return the number of the watch; the same for the same file
     */
    public static int add(Descriptor inotify, String path, int mask) {
        return CLibrary.check(
                "inotify_add_watch",
                SpawnLibrary.LIBC.inotify_add_watch(inotify.number(), NativeText.string(path), mask));
    }

    /** inotify_rm_watch(2). A watch that went with its file is gone already, which is no error. */
    public static void remove(Descriptor inotify, int watch) {
        SpawnLibrary.LIBC.inotify_rm_watch(inotify.number(), watch);
    }
}

package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import jnr.ffi.LibraryLoader;

/** The functions that children, named pipes and watched files need, bound when the first of them is: most directors have none. */
final class SpawnLibrary {

    static final LibC LIBC = LibraryLoader.create(LibC.class).load("c");

    private SpawnLibrary() {}

    /** As {@link CLibrary.LibC}. Strings and arrays of strings are buffers with what C expects in them. */
    public interface LibC {

        int posix_spawn(
                ByteBuffer pid,
                ByteBuffer path,
                ByteBuffer fileActions,
                ByteBuffer attributes,
                ByteBuffer arguments,
                ByteBuffer environment);

        int posix_spawnattr_init(ByteBuffer attributes);

        int posix_spawnattr_setflags(ByteBuffer attributes, short flags);

        int posix_spawnattr_setsigdefault(ByteBuffer attributes, ByteBuffer mask);

        int posix_spawnattr_setsigmask(ByteBuffer attributes, ByteBuffer mask);

        int posix_spawnattr_setschedpolicy(ByteBuffer attributes, int policy);

        int posix_spawnattr_setschedparam(ByteBuffer attributes, ByteBuffer parameters);

        int posix_spawn_file_actions_init(ByteBuffer fileActions);

        int posix_spawn_file_actions_addopen(ByteBuffer fileActions, int fd, ByteBuffer path, int flags, int mode);

        int posix_spawn_file_actions_addclosefrom_np(ByteBuffer fileActions, int from);

        int posix_spawn_file_actions_destroy(ByteBuffer fileActions);

        /** syscall(2); glibc has no wrapper for pidfd_open(2) before 2.36. */
        long syscall(long number, long argument1, long argument2);

        int waitid(int idType, int id, ByteBuffer information, int options);

        int kill(int pid, int signal);

        int mkfifo(ByteBuffer path, int mode);

        int open(ByteBuffer path, int flags);

        int setns(int fd, int type);

        int fchown(int fd, int userId, int groupId);

        long write(int fd, ByteBuffer buffer, long length);

        int inotify_init1(int flags);

        int inotify_add_watch(int fd, ByteBuffer path, int mask);

        int inotify_rm_watch(int fd, int watch);
    }
}

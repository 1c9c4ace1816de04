package dev.pollux.ipvs.kernel;

import dev.pollux.linux.syscall.SystemCallException;
import java.util.List;
import java.util.Optional;

/** The sync daemons of a network namespace. Starting and stopping them waits for the kernel's rtnl lock. */
public interface DaemonTable extends AutoCloseable {

    /** Opens the table of the calling thread's network namespace. */
    @FunctionalInterface
    interface Source {
        /**
         * Opens the table.
         *
         * @return empty if this kernel has no IPVS
         * @throws SystemCallException if it cannot be asked
         */
        Optional<DaemonTable> open();
    }

    /** Those that run, at most one of a role. */
    List<SyncDaemon> daemons();

    /** Starts one; EEXIST where one of its role runs, ENODEV where its interface is missing. */
    void startDaemon(SyncDaemon daemon);

    /** Stops one; ESRCH where none runs. */
    void stopDaemon(SyncDaemon.Role role);

    @Override
    void close();
}

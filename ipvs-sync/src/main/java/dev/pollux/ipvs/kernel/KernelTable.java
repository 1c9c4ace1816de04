package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The IPVS table of the network namespace it was opened in. Owned by one thread. */
public interface KernelTable extends AutoCloseable {

    /** Opens the table of the calling thread's network namespace. */
    @FunctionalInterface
    interface Source {
        /**
         * Opens the table.
         *
         * @return empty if this kernel has no IPVS
         * @throws SystemCallException if it cannot be asked
         */
        Optional<KernelTable> open();
    }

    /**
     * Reads every service.
     *
     * @param withDestinations of which services the destinations are wanted too: each costs a dump of its own
     * @return empty if this kernel has no IPVS any more
     * @throws SystemCallException if reading fails
     */
    Optional<TableReadout> read(Predicate<ServiceKey> withDestinations);

    /**
     * The same, perhaps with fewer system calls: what is expected of a service may be taken for true where it costs much to
     * see. It is seen in one of the next readings then.
     *
     * @param expected what its services probably hold
     */
    default Optional<TableReadout> readAgainst(Predicate<ServiceKey> withDestinations, Expectation expected) {
        return read(withDestinations);
    }

    /**
     * Carries out commands in this order, many to a system call; one that fails does not stop those behind it.
     *
     * @return the answer to each, in the same order
     * @throws SystemCallException if the outcome of some is unknown
     */
    List<NetlinkAck> execute(List<Command> commands);

    /** How long idle connections are remembered. */
    Timeouts timeouts();

    /** Sets the timeouts that are not 0. */
    void setTimeouts(Timeouts timeouts);

    @Override
    void close();
}

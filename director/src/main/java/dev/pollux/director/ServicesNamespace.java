package dev.pollux.director;

import dev.pollux.linux.process.KernelIdentity;
import dev.pollux.linux.process.NetworkNamespaces;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.util.concurrent.EventExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The network namespace of the virtual services ({@code net_namespace_ipvs}); addresses, adverts and checks stay in the
 * director's own.
 *
 * @param name empty: the system's; null: the director's own
 */
record ServicesNamespace(@Nullable String name) {

    /**
     * Lets the threads of the virtual services enter it. To be called once, before these have opened anything.
     *
     * @return why that cannot be
     */
    Optional<String> enter(Loops loops) {
        String wanted = name;
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            for (EventExecutor loop : List.of(loops.lvs(), loops.host())) {
                loop.submit(() -> NetworkNamespaces.enter(wanted)).get();
            }
            return Optional.empty();
        } catch (ExecutionException e) {
            String reason = e.getCause() instanceof SystemCallException failure
                    ? String.valueOf(failure.getMessage())
                    : String.valueOf(e.getCause());
            return Optional.of("net_namespace_ipvs " + wanted + " cannot be entered: " + reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** The control socket is where a tool that is run beside the services looks for it. */
    Path controlSocket() {
        String wanted = name;
        long inode = wanted == null ? KernelIdentity.networkNamespace() : NetworkNamespaces.inode(wanted);
        return EngineSet.journal(inode, Tenure.CONTROL);
    }
}

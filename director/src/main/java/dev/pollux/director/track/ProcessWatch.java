package dev.pollux.director.track;

import dev.pollux.linux.processes.ProcessEvent;
import dev.pollux.linux.processes.ProcessEvents;
import dev.pollux.linux.processes.ProcessTable;
import dev.pollux.linux.processes.RunningProcess;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import io.netty.util.concurrent.Future;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of all processes for those that are tracked: from the kernel where it tells, else by looking every second. Owned by
 * the {@code control} loop.
 */
final class ProcessWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessWatch.class);
    private static final int LOOK_SECONDS = 1;

    private final IoEventLoop loop;
    private final Supplier<Collection<TrackedProcesses>> tracked;
    private final ProcessTable table = ProcessTable.local();
    private @Nullable ProcessEvents events;
    private @Nullable Future<?> looking;

    ProcessWatch(IoEventLoop loop, Supplier<Collection<TrackedProcesses>> tracked) {
        this.loop = loop;
        this.tracked = tracked;
    }

    /** Everybody who runs now. */
    List<RunningProcess> all() {
        return table.all();
    }

    /** Begins to hear of processes, before anybody looks who runs. */
    void start() {
        if (events != null || looking != null) {
            return;
        }
        try {
            if (!ProcessEvents.available()) {
                look("they are told in the machine's first namespaces only");
                return;
            }
            events = ProcessEvents.open(loop, this::happened, this::recount);
        } catch (SystemCallException e) {
            look(e.getMessage());
        }
    }

    void stop() {
        if (events != null) {
            events.close();
            events = null;
        }
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    private void look(@Nullable String reason) {
        LOG.warn("The kernel does not tell of processes ({}): looking for tracked ones every second", reason);
        looking = loop.scheduleAtFixedRate(this::recount, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void recount() {
        List<RunningProcess> all = table.all();
        tracked.get().forEach(one -> one.recount(all));
    }

    private void happened(ProcessEvent event) {
        if (event instanceof ProcessEvent.Exited exited) {
            tracked.get().forEach(one -> one.ended(exited.pid()));
        } else if (event instanceof ProcessEvent.Forked forked) {
            tracked.get().forEach(one -> one.forked(forked.pid(), forked.parent()));
        } else {
            table.find(event.pid()).ifPresent(process -> tracked.get().forEach(one -> one.saw(process)));
        }
    }
}

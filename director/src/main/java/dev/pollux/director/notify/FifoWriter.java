package dev.pollux.director.notify;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.grammar.model.NotificationSettings.Fifo;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.linux.child.Accounts;
import dev.pollux.linux.child.ChildExit;
import dev.pollux.linux.child.ChildProcess;
import dev.pollux.linux.file.NamedPipe;
import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One FIFO and the script that reads it. Lines that the kernel has no room for wait here, in order, up to a limit. Owned by
 * the {@code control} loop.
 */
final class FifoWriter {

    private static final Logger LOG = LoggerFactory.getLogger(FifoWriter.class);

    /** Some 400 kB; the kernel keeps another 64. */
    private static final int MOST_WAITING = 10_000;

    private static final int RETRY_MILLIS = 100;

    private final IoEventLoop loop;
    private final Fifo fifo;
    private final ScriptCounts.Count counts;
    private final Deque<String> waiting = new ArrayDeque<>();
    private @Nullable NamedPipe pipe;
    private @Nullable ChildProcess reader;
    private boolean retrying;
    private boolean closed;
    private long written;
    private long lost;

    FifoWriter(IoEventLoop loop, Fifo fifo, ScriptCounts.Count counts) {
        this.loop = loop;
        this.fifo = fifo;
        this.counts = counts;
    }

    Fifo fifo() {
        return fifo;
    }

    long written() {
        return written;
    }

    long lost() {
        return lost;
    }

    int waiting() {
        return waiting.size();
    }

    /** Makes and opens it. A FIFO that cannot be had is said, and what would be written to it is lost. */
    void open(ScriptCommands commands) {
        ScriptUser owner = fifo.owner();
        NamedPipe.Owner account = owner == null
                ? new NamedPipe.Owner(0, 0)
                : Accounts.local()
                        .find(owner.name(), owner.group(), false)
                        .map(found -> new NamedPipe.Owner(found.userId(), found.groupId()))
                        .orElse(new NamedPipe.Owner(0, 0));
        try {
            pipe = NamedPipe.open(Path.of(fifo.path()), account);
        } catch (SystemCallException e) {
            LOG.error("Cannot use FIFO {}: {}", fifo.path(), e.getMessage());
            return;
        }
        Script script = fifo.reader();
        if (script != null) {
            commands.command(script, List.of(fifo.path())).ifPresent(command -> {
                try {
                    counts.started();
                    reader = ChildProcess.start(loop, command, this::readerEnded);
                } catch (SystemCallException e) {
                    counts.failed();
                    LOG.error("Cannot start the script of FIFO {}: {}", fifo.path(), e.getMessage());
                }
            });
        }
    }

    /** Writes a line, now or when there is room. */
    void write(String line) {
        if (pipe == null) {
            lost++;
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.poll();
            if (lost++ == 0) {
                LOG.error("Nobody reads FIFO {}, the oldest lines are lost", fifo.path());
            }
        }
        waiting.add(line);
        flush();
    }

    /** Ends it and its script; a FIFO made here goes. */
    void close() {
        closed = true;
        if (reader != null) {
            reader.signalGroup(Signal.TERM);
        }
        if (pipe != null) {
            pipe.close();
            pipe = null;
        }
    }

    private void flush() {
        try {
            while (pipe != null && !waiting.isEmpty()) {
                if (!pipe.write(waiting.element())) {
                    retryLater();
                    return;
                }
                waiting.remove();
                written++;
            }
        } catch (SystemCallException e) {
            lost += waiting.size();
            waiting.clear();
            LOG.error("Cannot write to FIFO {}: {}", fifo.path(), e.getMessage());
        }
    }

    private void retryLater() {
        if (!retrying && !closed) {
            retrying = true;
            var unused = loop.schedule(
                    () -> {
                        retrying = false;
                        flush();
                    },
                    RETRY_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void readerEnded(ChildExit exit) {
        reader = null;
        if (!closed) {
            counts.failed();
            LOG.warn("The script of FIFO {} {}", fifo.path(), exit.text());
        }
    }
}

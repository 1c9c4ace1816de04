package dev.pollux.director.notify;

import dev.pollux.director.script.ScriptCounts;
import dev.pollux.linux.child.ChildExit;
import dev.pollux.linux.child.ChildProcess;
import dev.pollux.linux.child.Command;
import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scripts of one subject: those of one event run side by side, those of the next when all of them have ended, so that a
 * later state never has its scripts overtaken by those of an earlier one. Of several events that wait only the newest is run.
 * Owned by the {@code control} loop.
 */
final class ScriptQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptQueue.class);

    private final IoEventLoop loop;
    private final String subject;
    private final Limits limits;
    private final ScriptCounts.Count counts;
    private final List<ChildProcess> running = new ArrayList<>();
    private @Nullable List<Command> next;
    private @Nullable Future<?> impatience;
    private boolean killing;
    private long superseded;

    /**
     * @param subject for the log
     * @param limits how long a newer event waits
     */
    ScriptQueue(IoEventLoop loop, String subject, Limits limits, ScriptCounts.Count counts) {
        this.loop = loop;
        this.subject = subject;
        this.limits = limits;
        this.counts = counts;
    }

    /**
     * Patience with scripts.
     *
     * @param patienceMillis how long the scripts of an event may keep those of a newer one waiting before they are ended
     * @param graceMillis between the wish that they end and their end
     */
    record Limits(long patienceMillis, long graceMillis) {}

    boolean isIdle() {
        return running.isEmpty() && next == null;
    }

    boolean isWaiting() {
        return next != null;
    }

    /** Events whose scripts were never run, because newer ones came before it was their turn. */
    long superseded() {
        return superseded;
    }

    /** Runs the scripts of an event, now or when it is their turn. */
    void add(List<Command> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (running.isEmpty()) {
            start(commands);
            return;
        }
        if (next != null) {
            superseded++;
        }
        next = commands;
        if (impatience == null) {
            impatience = loop.schedule(this::hurry, limits.patienceMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends what runs and forgets what waits. */
    void abandon() {
        next = null;
        if (!running.isEmpty()) {
            hurry();
        }
    }

    private void start(List<Command> commands) {
        for (Command command : commands) {
            try {
                counts.started();
                Started started = new Started(command);
                ChildProcess process = ChildProcess.start(loop, command, started::ended);
                started.process = process;
                running.add(process);
            } catch (SystemCallException e) {
                counts.failed();
                LOG.error("({}) cannot run {}: {}", subject, command, e.getMessage());
            }
        }
    }

    private void hurry() {
        impatience = null;
        if (running.isEmpty()) {
            return;
        }
        LOG.warn("({}) {} scripts still run, {} them", subject, running.size(), killing ? "killing" : "ending");
        running.forEach(process -> process.signalGroup(killing ? Signal.KILL : Signal.TERM));
        counts.timedOut();
        killing = true;
        impatience = loop.schedule(this::hurry, limits.graceMillis(), TimeUnit.MILLISECONDS);
    }

    private void proceed() {
        if (!running.isEmpty()) {
            return;
        }
        killing = false;
        if (impatience != null) {
            impatience.cancel(false);
            impatience = null;
        }
        List<Command> due = next;
        next = null;
        if (due != null) {
            start(due);
        }
    }

    private final class Started {

        private final Command command;
        private @Nullable ChildProcess process;

        Started(Command command) {
            this.command = command;
        }

        void ended(ChildExit exit) {
            if (!exit.successful()) {
                counts.failed();
                LOG.info("({}) {} {}", subject, command, exit.text());
            }
            running.remove(process);
            proceed();
        }
    }
}

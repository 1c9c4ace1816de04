package dev.pollux.director.scheduling;

import dev.pollux.grammar.model.SchedulingSettings;
import dev.pollux.grammar.model.ThreadSettings;
import dev.pollux.linux.process.InitialScheduling;
import dev.pollux.linux.process.ThreadScheduling;
import io.netty.channel.IoEventLoop;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scheduling of one loop's thread. Owned by that loop. */
final class LoopScheduling {

    private static final Logger LOG = LoggerFactory.getLogger(LoopScheduling.class);

    private final String name;
    private final IoEventLoop loop;
    private final Attempts attempts;
    private ThreadSettings settings = ThreadSettings.ORDINARY;
    private long delayNanos;
    private int highest;
    private volatile int realTimePriority;

    LoopScheduling(String name, IoEventLoop loop, Attempts attempts) {
        this.name = name;
        this.loop = loop;
        this.attempts = attempts;
    }

    String name() {
        return name;
    }

    /** 0: ordinary scheduling. From any thread. */
    int realTimePriority() {
        return realTimePriority;
    }

    boolean isCurrent() {
        return loop.inEventLoop();
    }

    /** Has the loop's thread run so, as far as this process may. From any thread. */
    void set(ThreadSettings next, SchedulingSettings all) {
        loop.execute(() -> {
            highest = all.highestAutomatic();
            delayNanos = all.automaticDelay().toNanos();
            apply(next);
        });
    }

    /** A timer fired so late: where the file wants it, the thread becomes more important. */
    void late(long nanos) {
        if (nanos > delayNanos && realTimePriority < highest) {
            LOG.info("Timers of {} are late, raising its real-time priority to {}", name, realTimePriority + 1);
            realTime(realTimePriority + 1);
        }
    }

    private void apply(ThreadSettings next) {
        ThreadSettings before = settings;
        settings = next;
        if (!next.processors().equals(before.processors())) {
            attempts.make(
                    name + "_cpu_affinity", () -> ThreadScheduling.processors(ThreadScheduling.CALLER, processors()));
        }
        if (!Objects.equals(next.nice(), before.nice())) {
            attempts.make(name + "_priority", () -> ThreadScheduling.nice(ThreadScheduling.CALLER, nice()));
        }
        if (next.realTimePriority() != before.realTimePriority() || realTimePriority > highest) {
            realTime(next.realTimePriority());
        }
    }

    private void realTime(int priority) {
        if (priority != realTimePriority && attempts.realTime(ThreadScheduling.CALLER, priority)) {
            realTimePriority = priority;
        }
    }

    private Set<Integer> processors() {
        return settings.processors().isEmpty() ? InitialScheduling.read().processors() : settings.processors();
    }

    private int nice() {
        Integer nice = settings.nice();
        return nice == null ? InitialScheduling.read().nice() : nice;
    }
}

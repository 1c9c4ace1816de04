package dev.pollux.director.scheduling;

import dev.pollux.director.metrics.LoopMetrics;
import dev.pollux.director.metrics.LoopSamples;
import dev.pollux.director.metrics.Sample;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.SchedulingSettings;
import dev.pollux.grammar.model.ThreadSettings;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.process.OwnThreads;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How late the timers of the loops are, and what is done to have them in time. Owned by the {@code control} loop. */
public final class Punctuality {

    /**
     * The thread that stops all others for a garbage collection. A loop waits for it, so it must not wait for a CPU where the
     * loop would not.
     */
    private static final String STOPS_ALL = "VM Thread";

    private final Attempts attempts = new Attempts();
    private final LoopMetrics vrrpMetrics = new LoopMetrics("vrrp");
    private final LoopMetrics checkMetrics = new LoopMetrics("check");
    private final LoopMetrics bfdMetrics = new LoopMetrics("bfd");
    private final LoopScheduling vrrp;
    private final LoopScheduling bfd;
    private boolean bfdBegan;
    private final List<LoopScheduling> checks = new ArrayList<>();
    private int realTimeOfMachine;

    /** Nothing is changed until a configuration says how. */
    public Punctuality(IoEventLoop vrrp, IoEventLoop bfd, IoEventLoop lvs, List<IoEventLoop> checks) {
        this.vrrp = new LoopScheduling("vrrp", vrrp, attempts);
        this.bfd = new LoopScheduling("bfd", bfd, attempts);
        this.checks.add(new LoopScheduling("lvs", lvs, attempts));
        for (int i = 0; i < checks.size(); i++) {
            this.checks.add(new LoopScheduling("check-" + i, checks.get(i), attempts));
        }
    }

    /** Hears how late the timers of the {@code vrrp} loop are. */
    public LatenessListener vrrp() {
        return late -> {
            vrrpMetrics.expired(late);
            vrrp.late(late);
        };
    }

    /** Hears the same of the {@code bfd} loop. */
    public LatenessListener bfd() {
        return late -> {
            bfdMetrics.expired(late);
            bfd.late(late);
        };
    }

    /** Hears the same of all loops of checks. */
    public LatenessListener checks() {
        return late -> {
            checkMetrics.expired(late);
            for (LoopScheduling each : checks) {
                if (each.isCurrent()) {
                    each.late(late);
                }
            }
        };
    }

    /** Has every thread run as the configuration wants it. */
    public void apply(Configuration configuration) {
        SchedulingSettings settings = configuration.global().scheduling();
        ThreadSettings routers = configuration.vrrpInstances().isEmpty() ? ThreadSettings.ORDINARY : settings.vrrp();
        vrrp.set(routers, settings);
        machine(routers.realTimePriority());
        checks.forEach(each -> each.set(settings.checkers(), settings));
        // A loop that nobody needs has no thread, and none is made to be scheduled.
        bfdBegan |= !configuration.bfdInstances().isEmpty();
        if (bfdBegan) {
            bfd.set(settings.bfd(), settings);
        }
    }

    private void machine(int priority) {
        if (priority != realTimeOfMachine) {
            realTimeOfMachine = priority;
            OwnThreads.named(STOPS_ALL).forEach(thread -> attempts.realTime(thread, priority));
        }
    }

    /** What Micrometer counts. */
    public List<LoopMetrics> histograms() {
        return List.of(vrrpMetrics, checkMetrics, bfdMetrics);
    }

    public List<Sample> samples() {
        Map<String, Integer> priorities = new LinkedHashMap<>();
        priorities.put(vrrp.name(), vrrp.realTimePriority());
        priorities.put(bfd.name(), bfd.realTimePriority());
        checks.forEach(each -> priorities.put(each.name(), each.realTimePriority()));
        return LoopSamples.of(priorities);
    }
}

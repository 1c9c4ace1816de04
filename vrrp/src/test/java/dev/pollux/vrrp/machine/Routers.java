package dev.pollux.vrrp.machine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.Consumer;

/** Parameters and addresses that tests start from. */
final class Routers {

    static final long SECOND = 1_000_000_000L;
    static final long MILLISECOND = 1_000_000L;
    static final InetAddress OURS = address("192.0.2.10");
    static final InetAddress HIGHER = address("192.0.2.11");
    static final InetAddress LOWER = address("192.0.2.9");

    private Routers() {}

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A preempting version 2 router with adverts every second. */
    static RouterParameters version2(int priority) {
        return new RouterParameters(2, priority, SECOND, 3, true, 0, false, false, false, 0, OURS);
    }

    static RouterParameters version3(int priority, long interval) {
        return new RouterParameters(3, priority, interval, 3, true, 0, false, false, false, 0, OURS);
    }

    static RouterParameters nopreempt(RouterParameters p) {
        return with(p, draft -> {
            draft.preempt = false;
            draft.preemptDelay = 0;
        });
    }

    static RouterParameters preemptDelay(RouterParameters p, long delay) {
        return with(p, draft -> {
            draft.preempt = true;
            draft.preemptDelay = delay;
        });
    }

    static RouterParameters grouped(RouterParameters p) {
        return with(p, draft -> draft.grouped = true);
    }

    static RouterParameters manners(RouterParameters p, boolean lowerPriorityNoAdvert, boolean higherSendAdvert) {
        return with(p, draft -> {
            draft.lowerPriorityNoAdvert = lowerPriorityNoAdvert;
            draft.higherPrioritySendAdvert = higherSendAdvert;
        });
    }

    static RouterParameters priority(RouterParameters p, int priority) {
        return with(p, draft -> draft.priority = priority);
    }

    static RouterParameters interval(RouterParameters p, long interval) {
        return with(p, draft -> draft.interval = interval);
    }

    static RouterParameters downTimerAdverts(RouterParameters p, int adverts) {
        return with(p, draft -> draft.downTimerAdverts = adverts);
    }

    static RouterParameters expiredBackup(RouterParameters p, int priority) {
        return with(p, draft -> draft.expiredBackup = priority);
    }

    static RouterParameters at(RouterParameters p, InetAddress source) {
        return with(p, draft -> draft.source = source);
    }

    /** A start whose timers run at once. */
    static RouterEvent.Started started(long at, FaultCause... causes) {
        return new RouterEvent.Started(at, Set.of(causes), at);
    }

    static RouterEvent.AdvertReceived advert(long at, int priority, InetAddress sender, long interval) {
        return new RouterEvent.AdvertReceived(at, at, priority, sender, interval);
    }

    private static RouterParameters with(RouterParameters from, Consumer<Draft> change) {
        Draft draft = new Draft(from);
        change.accept(draft);
        return draft.parameters();
    }

    private static final class Draft {
        private final int version;
        private int priority;
        private long interval;
        private int downTimerAdverts;
        private boolean preempt;
        private long preemptDelay;
        private boolean lowerPriorityNoAdvert;
        private boolean higherPrioritySendAdvert;
        private boolean grouped;
        private int expiredBackup;
        private InetAddress source;

        Draft(RouterParameters from) {
            version = from.version();
            priority = from.priority();
            interval = from.interval();
            downTimerAdverts = from.downTimerAdverts();
            preempt = from.preempt();
            preemptDelay = from.preemptDelay();
            lowerPriorityNoAdvert = from.lowerPriorityNoAdvert();
            higherPrioritySendAdvert = from.higherPrioritySendAdvert();
            grouped = from.grouped();
            expiredBackup = from.expiredBackup();
            source = from.source();
        }

        RouterParameters parameters() {
            return new RouterParameters(
                    version,
                    priority,
                    interval,
                    downTimerAdverts,
                    preempt,
                    preemptDelay,
                    lowerPriorityNoAdvert,
                    higherPrioritySendAdvert,
                    grouped,
                    expiredBackup,
                    source);
        }
    }
}

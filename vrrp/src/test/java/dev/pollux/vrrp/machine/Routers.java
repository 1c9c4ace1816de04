package dev.pollux.vrrp.machine;

import java.net.InetAddress;
import java.net.UnknownHostException;

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
        return new RouterParameters(2, priority, SECOND, 3, true, 0, false, false, false, OURS);
    }

    static RouterParameters version3(int priority, long interval) {
        return new RouterParameters(3, priority, interval, 3, true, 0, false, false, false, OURS);
    }

    static RouterParameters nopreempt(RouterParameters p) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                p.interval(),
                p.downTimerAdverts(),
                false,
                0,
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                p.grouped(),
                p.source());
    }

    static RouterParameters preemptDelay(RouterParameters p, long delay) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                p.interval(),
                p.downTimerAdverts(),
                true,
                delay,
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                p.grouped(),
                p.source());
    }

    static RouterParameters grouped(RouterParameters p) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                p.interval(),
                p.downTimerAdverts(),
                p.preempt(),
                p.preemptDelay(),
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                true,
                p.source());
    }

    static RouterParameters manners(RouterParameters p, boolean lowerPriorityNoAdvert, boolean higherSendAdvert) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                p.interval(),
                p.downTimerAdverts(),
                p.preempt(),
                p.preemptDelay(),
                lowerPriorityNoAdvert,
                higherSendAdvert,
                p.grouped(),
                p.source());
    }

    static RouterParameters priority(RouterParameters p, int priority) {
        return new RouterParameters(
                p.version(),
                priority,
                p.interval(),
                p.downTimerAdverts(),
                p.preempt(),
                p.preemptDelay(),
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                p.grouped(),
                p.source());
    }

    static RouterParameters interval(RouterParameters p, long interval) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                interval,
                p.downTimerAdverts(),
                p.preempt(),
                p.preemptDelay(),
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                p.grouped(),
                p.source());
    }

    static RouterParameters downTimerAdverts(RouterParameters p, int adverts) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                p.interval(),
                adverts,
                p.preempt(),
                p.preemptDelay(),
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                p.grouped(),
                p.source());
    }

    static RouterParameters expiredBackup(RouterParameters p, int priority) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                p.interval(),
                p.downTimerAdverts(),
                p.preempt(),
                p.preemptDelay(),
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                p.grouped(),
                priority,
                p.source());
    }

    static RouterParameters at(RouterParameters p, InetAddress source) {
        return new RouterParameters(
                p.version(),
                p.priority(),
                p.interval(),
                p.downTimerAdverts(),
                p.preempt(),
                p.preemptDelay(),
                p.lowerPriorityNoAdvert(),
                p.higherPrioritySendAdvert(),
                p.grouped(),
                source);
    }

    static RouterEvent.AdvertReceived advert(long at, int priority, InetAddress sender, long interval) {
        return new RouterEvent.AdvertReceived(at, at, priority, sender, interval);
    }
}

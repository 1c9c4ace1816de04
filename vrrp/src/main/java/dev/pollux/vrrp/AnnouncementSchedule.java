package dev.pollux.vrrp;

import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.vrrp.machine.RouterState;
import java.time.Duration;

/**
 * When a master announces its addresses again: a second batch some time after the first, refreshes for as long as it is
 * master, and a batch after a lower-priority router was heard. Pure; times in nanoseconds, {@link RouterState#NEVER}: not.
 */
record AnnouncementSchedule(long secondAt, long refreshAt, long lowerPriorityAt) {

    private static final long NEVER = RouterState.NEVER;

    static AnnouncementSchedule none() {
        return new AnnouncementSchedule(NEVER, NEVER, NEVER);
    }

    /** The addresses have just been announced for the first time. */
    static AnnouncementSchedule begin(long now, GratuitousArpSettings settings) {
        long refresh = settings.refresh().isZero() ? NEVER : after(after(now, settings.delay()), settings.refresh());
        return new AnnouncementSchedule(
                settings.delay().isZero() ? NEVER : after(now, settings.delay()), refresh, NEVER);
    }

    /** More addresses have just been announced for the first time. */
    AnnouncementSchedule more(long now, GratuitousArpSettings settings) {
        return new AnnouncementSchedule(begin(now, settings).secondAt, refreshAt, lowerPriorityAt);
    }

    /** They have just been announced because a lower-priority router was heard. */
    AnnouncementSchedule lowerPriorityHeard(long now, GratuitousArpSettings settings) {
        Duration delay = settings.lowerPriorityDelay();
        return new AnnouncementSchedule(secondAt, refreshAt, delay.isZero() ? NEVER : after(now, delay));
    }

    long deadline() {
        return Math.min(secondAt, Math.min(refreshAt, lowerPriorityAt));
    }

    /** Rounds of announcements due now. */
    int dueRounds(long now, GratuitousArpSettings settings) {
        int second = secondAt <= now ? settings.repeat() : 0;
        int refresh = refreshAt <= now ? settings.refreshRepeat() : 0;
        int lowerPriority = lowerPriorityAt <= now ? settings.lowerPriorityRepeat() : 0;
        return Math.max(second, Math.max(refresh, lowerPriority));
    }

    /** The schedule once those are sent. */
    AnnouncementSchedule sent(long now, GratuitousArpSettings settings) {
        return new AnnouncementSchedule(
                secondAt <= now ? NEVER : secondAt,
                refreshAt <= now ? after(now, settings.refresh()) : refreshAt,
                lowerPriorityAt <= now ? NEVER : lowerPriorityAt);
    }

    private static long after(long time, Duration delay) {
        return time + delay.toNanos();
    }
}

package dev.pollux.vrrp;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Adverts that the kernel does not take: a master goes on, as it holds the addresses, but its backups hear nothing. Says when it
 * begins, from time to time that it goes on, and when it is over: when none has failed for a while. Owned by the {@code vrrp} loop.
 */
final class SendFailures {

    /** Without this a peer that can be reached now and then would fill the log. */
    private static final long QUIET = TimeUnit.SECONDS.toNanos(5);

    private final RouterServices services;
    private final RouterCounters counters;
    private final Reminder reminder = new Reminder();
    private String reason = "";
    private long failed;
    private long last;

    SendFailures(RouterServices services, RouterCounters counters) {
        this.services = services;
        this.counters = counters;
    }

    /** An advert was not sent to one of its destinations. */
    void failed(String name, String why) {
        counters.sendErrors++;
        long now = services.now();
        if (reason.isEmpty()) {
            failed = 0;
            reminder.begin(now);
            services.log().warn("({}) send advert error: {}", name, why);
        } else if (reminder.isDue(now)) {
            services.log().warn("({}) send advert error: {}, {} within {}", name, why, failed + 1, lasted(now));
        }
        failed++;
        last = now;
        reason = why;
    }

    /** An advert was sent to all of its destinations. */
    void sent(String name) {
        if (!reason.isEmpty()) {
            long now = services.now();
            if (now - last >= QUIET) {
                services.log().warn("({}) adverts are sent again, {} failed within {}", name, failed, lasted(last));
                reason = "";
            }
        }
    }

    /** No adverts are due any more. */
    void end() {
        reason = "";
    }

    /** Why the newest failed; empty: they are sent. */
    String reason() {
        return reason;
    }

    private String lasted(long until) {
        return String.format(Locale.ROOT, "%.1f s", reminder.lasted(until));
    }
}

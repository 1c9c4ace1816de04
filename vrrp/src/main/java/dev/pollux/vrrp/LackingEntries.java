package dev.pollux.vrrp;

import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.vrrp.address.AddressOutcome;
import dev.pollux.vrrp.address.BoundEntry;
import dev.pollux.vrrp.address.EntryFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * What a master should hold and the kernel did not take, such as a route whose gateway cannot be reached yet. It is tried again
 * after a second, and then ever more rarely, until nothing lacks; sooner when interfaces or addresses change. Owned by the
 * {@code vrrp} loop.
 */
final class LackingEntries {

    private static final long SOONEST = TimeUnit.SECONDS.toNanos(1);
    private static final long RAREST = TimeUnit.MINUTES.toNanos(1);

    private final RouterServices services;
    private final RouterCounters counters;
    private final DeadlineTimer timer;
    private final Reminder reminder = new Reminder();
    private List<EntryFailure> lacking = List.of();
    private Set<String> said = Set.of();
    private long pause = SOONEST;

    /** @param again adds what is not there */
    LackingEntries(RouterServices services, RouterCounters counters, Runnable again) {
        this.services = services;
        this.counters = counters;
        this.timer = new DeadlineTimer(
                services.environment().vrrpLoop(), services.environment().clock(), again);
    }

    /** The kernel answered to the newest wish of a master. */
    void answered(String name, AddressOutcome outcome) {
        boolean before = !lacking.isEmpty();
        lacking = outcome.failures().stream().filter(EntryFailure::lacking).toList();
        counters.entryFailures += lacking.size();
        long now = services.now();
        if (!before) {
            reminder.begin(now);
        }
        tell(name, outcome.failures(), before && reminder.isDue(now));
        if (lacking.isEmpty()) {
            if (before) {
                services.log().info("({}) all is there now, after {}", name, lasted(now));
            }
            end();
        } else {
            timer.arm(now + pause);
            pause = Math.min(2 * pause, RAREST);
        }
    }

    private void tell(String name, List<EntryFailure> failures, boolean remind) {
        Logger log = services.log();
        for (EntryFailure failure : failures) {
            if (!said.contains(failure.toString())) {
                log.error("({}) {}{}", name, failure, failure.lacking() ? "; it will be tried again" : "");
            } else if (remind) {
                log.error("({}) {}, for {} now", name, failure, lasted(services.now()));
            }
        }
        said = failures.stream().map(EntryFailure::toString).collect(Collectors.toCollection(HashSet::new));
    }

    private String lasted(long now) {
        return String.format(Locale.ROOT, "%.0f s", reminder.lasted(now));
    }

    /** Interfaces or addresses changed: what failed may work now. */
    void sooner() {
        if (timer.isArmed()) {
            pause = SOONEST;
            timer.arm(Math.min(timer.deadlineNanos(), services.now() + SOONEST));
        }
    }

    /** Nobody wants it any more. */
    void end() {
        lacking = List.of();
        said = Set.of();
        pause = SOONEST;
        timer.disarm();
    }

    /** What is not there, for people. */
    List<String> subjects() {
        return lacking.stream().map(EntryFailure::subject).toList();
    }

    /** Whether nobody should wonder that the kernel does not have it. */
    boolean contains(BoundEntry entry) {
        return lacking.stream().anyMatch(failure -> entry.equals(failure.entry()));
    }

    /** Whether some of it may be there all the same. */
    boolean uncertain() {
        return lacking.stream().anyMatch(failure -> failure.kind() == EntryFailure.Kind.UNKNOWN);
    }

    void close() {
        timer.cancel();
    }
}

package dev.pollux.integration.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** All that was seen, from all observers. They report independently, so order is by time, not by arrival. */
public final class Timeline {

    private final List<NetworkEvent> events = new ArrayList<>();

    synchronized void add(NetworkEvent event) {
        events.add(event);
    }

    /** Notes what the test does, and returns when: the usual lower bound for what is looked for next. */
    public long remark(String text) {
        long now = WallClock.nanos();
        add(new NetworkEvent.Remark(now, text));
        return now;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        events.clear();
    }

    /** What happened at or after {@code since}, in order of time. */
    public synchronized List<NetworkEvent> since(long since) {
        return events.stream()
                .filter(event -> event.nanos() >= since)
                .sorted(Comparator.comparingLong(NetworkEvent::nanos))
                .toList();
    }

    /** Events of one kind at or after {@code since}, in order of time. */
    public <E extends NetworkEvent> Stream<E> since(long since, Class<E> kind, Predicate<? super E> test) {
        return since(since).stream().filter(kind::isInstance).map(kind::cast).filter(test);
    }

    /** The last event of the kind before {@code end}. */
    public <E extends NetworkEvent> Optional<E> lastBefore(long end, Class<E> kind, Predicate<? super E> test) {
        return since(0, kind, test).filter(event -> event.nanos() < end).reduce((first, second) -> second);
    }

    /**
     * Waits for the first event of the kind at or after {@code since}.
     *
     * @param what for the message when it does not come
     */
    public <E extends NetworkEvent> E await(
            String what, long since, Duration limit, Class<E> kind, Predicate<? super E> test) {
        return Awaitility.await(what)
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> since(since, kind, test).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The newest {@code limit} lines, in seconds since the first event; what repeats itself is one line. */
    public String describe(int limit) {
        List<NetworkEvent> all = since(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); ) {
            NetworkEvent event = all.get(i);
            int same = 1;
            while (i + same < all.size() && all.get(i + same).text().equals(event.text())) {
                same++;
            }
            double seconds = (event.nanos() - all.get(0).nanos()) / 1e9;
            String times = same == 1 ? "" : " (" + same + " times)";
            lines.add(String.format(Locale.ROOT, "%10.4f  %s%s%n", seconds, event.text(), times));
            i += same;
        }
        return String.join("", lines.subList(Math.max(0, lines.size() - limit), lines.size()));
    }
}

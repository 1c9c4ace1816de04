package dev.pollux.vrrp.packet;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest sequence number of each of the senders heard last; a mark that nobody renewed for a window is forgotten. */
final class ReplayMarks {

    private static final float LOAD = 0.75f;

    private record Mark(long sequence, long at) {}

    private final long window;
    private final Map<InetAddress, Mark> marks;

    /**
     * No marks.
     *
     * @param most senders to remember
     * @param window nanoseconds
     */
    ReplayMarks(int most, long window) {
        this.window = window;
        this.marks = new LinkedHashMap<>(2 * most, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<InetAddress, Mark> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Whether the number follows on the sender's last one, which it then becomes. Serial arithmetic (RFC 1982).
     *
     * @param now in nanoseconds of any steady clock
     */
    boolean advance(InetAddress sender, long sequence, long now) {
        Mark last = marks.get(sender);
        if (last != null && now - last.at() <= window && sequence - last.sequence() <= 0) {
            return false;
        }
        marks.put(sender, new Mark(sequence, now));
        return true;
    }
}

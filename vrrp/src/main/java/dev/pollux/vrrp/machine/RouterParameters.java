package dev.pollux.vrrp.machine;

import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;

/**
 * What decides a virtual router's moves besides its state.
 *
 * @param version 2 or 3
 * @param priority effective priority, 1 to 255
 * @param interval own advert interval in nanoseconds
 * @param downTimerAdverts missed adverts before a backup takes over
 * @param preempt whether a lower-priority master is taken over from
 * @param preemptDelay nanoseconds that a lower-priority master is left alone; 0: none
 * @param lowerPriorityNoAdvert a master does not answer a lower-priority advert
 * @param higherPrioritySendAdvert a master sends one more advert before it yields
 * @param grouped member of a sync group, which decides who becomes master
 * @param expiredBackup priority of a backup that a master gives way to which did not run for as long as that needs to take over;
 *     0: it does not
 * @param source own primary address; the higher one wins between equal priorities (RFC 3768 6.4.3)
 */
public record RouterParameters(
        int version,
        int priority,
        long interval,
        int downTimerAdverts,
        boolean preempt,
        long preemptDelay,
        boolean lowerPriorityNoAdvert,
        boolean higherPrioritySendAdvert,
        boolean grouped,
        int expiredBackup,
        InetAddress source) {

    private static final int PRIORITIES = 256;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public boolean owner() {
        return priority == VrrpInstance.OWNER_PRIORITY;
    }

    /**
     * Skew_Time in nanoseconds: (256 - priority) / 256 of a second in version 2 (RFC 3768 6.1), of the master's interval in
     * version 3 (RFC 9568 6.1).
     */
    public long skew(long masterInterval) {
        return skew(priority, masterInterval);
    }

    private long skew(int priorityOfWho, long masterInterval) {
        return (PRIORITIES - priorityOfWho) * (version == 2 ? NANOS_PER_SECOND : masterInterval) / PRIORITIES;
    }

    /** Whether a master that last sent so many nanoseconds ago has been given up by the backup that it has to reckon with. */
    boolean givenUp(long silence) {
        return expiredBackup > 0 && silence >= downTimerAdverts * interval + skew(expiredBackup, interval);
    }

    /** Master_Down_Interval in nanoseconds (RFC 3768 6.1, RFC 9568 6.1), with keepalived's number of adverts for the 3. */
    public long masterDown(long masterInterval) {
        return downTimerAdverts * masterInterval + skew(masterInterval);
    }
}

package dev.pollux.vrrp.bfd.machine;

/**
 * How far packets are brought forward, so that sessions do not fall into step (RFC 5880 6.8.7): by up to a quarter of the
 * interval; where one missing packet ends the session, by a tenth to a quarter.
 *
 * @param multiplier detection multiplier of the sender
 * @param chance at least 0, less than 1
 */
record Jitter(int multiplier, double chance) {

    private static final double MOST = 0.25;
    private static final double LEAST_WITHOUT_SPARE = 0.1;

    /**
     * When the packet after this one is due, in nanoseconds.
     *
     * @param base when this one was due
     * @param sent when it was sent: the next does not follow it closer than the most jitter allows
     * @param interval microseconds; {@link Session#NEVER}: there is none
     */
    long next(long base, long sent, long interval) {
        if (interval == Session.NEVER) {
            return Session.NEVER;
        }
        double least = multiplier == 1 ? LEAST_WITHOUT_SPARE : 0;
        double forward = least + (MOST - least) * chance;
        long nanos = Session.nanos(interval);
        return Math.max(base + (long) (nanos * (1 - forward)), sent + (long) (nanos * (1 - MOST)));
    }
}

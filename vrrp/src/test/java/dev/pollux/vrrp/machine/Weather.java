package dev.pollux.vrrp.machine;

/**
 * What a link does to adverts.
 *
 * @param loss fraction that is lost, for each receiver by itself
 * @param duplicated fraction that arrives twice
 * @param longestDelay nanoseconds; each copy waits for a random part of it, so that later ones overtake earlier ones
 */
record Weather(double loss, double duplicated, long longestDelay) {

    static final Weather CLEAR = new Weather(0, 0, 500_000);

    Weather withLoss(double fraction) {
        return new Weather(fraction, duplicated, longestDelay);
    }

    boolean healthy() {
        return loss == 0;
    }
}

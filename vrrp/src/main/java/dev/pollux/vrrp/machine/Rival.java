package dev.pollux.vrrp.machine;

import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;

/**
 * Another master of our virtual router, heard while we stay master: a split brain. Times in nanoseconds of the loop's clock.
 *
 * @param address who was heard last
 * @param priority that it advertised
 * @param since when the first of its adverts came
 * @param lastHeard when the newest came
 * @param silentAt it counts as silent then, unless it is heard again: one of its down intervals
 * @param patienceUntil an owner that still hears a second owner then gives up being one
 */
public record Rival(InetAddress address, int priority, long since, long lastHeard, long silentAt, long patienceUntil) {

    private static final int OWN_ADVERTS = 2;
    private static final int PERCENT_OF_THE_LONGER_INTERVAL = 120;

    /**
     * Whether an advert comes from another master. The last advert of the one before us does not count: it may have been on
     * its way when we took over, so that the first interval is let go by.
     *
     * @param masterSince when we became master
     */
    public static boolean isRival(RouterEvent.AdvertReceived advert, long masterSince, RouterParameters parameters) {
        return advert.priority() != 0
                && !advert.sender().equals(parameters.source())
                && advert.receivedAt() - masterSince >= parameters.interval();
    }

    /** The first advert. */
    public static Rival first(RouterEvent.AdvertReceived advert, RouterParameters parameters) {
        long longer = Math.max(parameters.interval(), advert.interval());
        long patience = OWN_ADVERTS * parameters.interval() + longer * PERCENT_OF_THE_LONGER_INTERVAL / 100;
        return heard(advert, parameters, advert.receivedAt(), advert.receivedAt() + patience);
    }

    /** One more. */
    public Rival again(RouterEvent.AdvertReceived advert, RouterParameters parameters) {
        return heard(advert, parameters, since, patienceUntil);
    }

    private static Rival heard(
            RouterEvent.AdvertReceived advert, RouterParameters parameters, long since, long patienceUntil) {
        long silentAt = advert.receivedAt() + parameters.masterDown(advert.interval());
        return new Rival(advert.sender(), advert.priority(), since, advert.receivedAt(), silentAt, patienceUntil);
    }

    /** keepalived 2.3.3: of two owners the one with the higher address stays, unless the other does not give way in time. */
    public boolean outlastsOwner(RouterParameters parameters) {
        return parameters.owner() && priority == VrrpInstance.OWNER_PRIORITY && lastHeard >= patienceUntil;
    }

    /** From its first advert to its last, in nanoseconds. */
    public long duration() {
        return lastHeard - since;
    }
}

package dev.pollux.vrrp.machine;

import java.net.InetAddress;

/**
 * A remark of the state machine, in the words that operators of keepalived search for.
 *
 * @param repeats it may come with every advert, so the log shows it once per sender and state
 * @param skippedAdverts adverts of our own that it tells were not sent, for the counter
 */
public record RouterNotice(Kind kind, String text, boolean repeats, long skippedAdverts) {

    private RouterNotice(Kind kind, String text, boolean repeats) {
        this(kind, text, repeats, 0);
    }

    /** How much attention it deserves. */
    public enum Kind {
        INFORMATION,
        WARNING
    }

    static RouterNotice masterDown() {
        return new RouterNotice(Kind.INFORMATION, "Receive advertisement timeout", false);
    }

    static RouterNotice lowerPriorityDiscarded(RouterEvent.AdvertReceived advert) {
        return repeated("received lower priority (" + advert.priority() + ") advert from " + text(advert.sender())
                + " - discarding");
    }

    static RouterNotice backupHeardZero() {
        return new RouterNotice(Kind.INFORMATION, "Backup received priority 0 advertisement", true);
    }

    static RouterNotice masterHeardZero() {
        return new RouterNotice(Kind.INFORMATION, "Master received priority 0 message", true);
    }

    static RouterNotice yields(RouterEvent.AdvertReceived advert, int ours) {
        String how = advert.priority() == ours
                ? " with same priority " + ours + " but higher IP address than ours"
                : " with higher priority " + advert.priority() + ", ours " + ours;
        return new RouterNotice(Kind.INFORMATION, "Master received advert from " + text(advert.sender()) + how, false);
    }

    static RouterNotice newElection(RouterEvent.AdvertReceived advert, int ours) {
        String how = advert.priority() == ours
                ? " with same priority " + ours + " but lower IP address than ours"
                : " with lower priority " + advert.priority() + ", ours " + ours;
        return repeated("Received advert from " + text(advert.sender()) + how + ", forcing new election");
    }

    static RouterNotice sameSender(RouterEvent.AdvertReceived advert) {
        return new RouterNotice(
                Kind.WARNING, "Received advert from " + text(advert.sender()) + ", which is our own address", true);
    }

    static RouterNotice twoOwners(RouterEvent.AdvertReceived advert) {
        return new RouterNotice(
                Kind.WARNING,
                "CONFIGURATION ERROR: local instance and remote instance " + text(advert.sender())
                        + " are both configured as address owner",
                true);
    }

    static RouterNotice advertsMissed(long count) {
        return new RouterNotice(
                Kind.WARNING, "skipped " + count + " adverts that were due while we did not run", false, count);
    }

    static RouterNotice expired(String text) {
        return new RouterNotice(Kind.WARNING, text, false);
    }

    static RouterNotice leaving() {
        return new RouterNotice(Kind.INFORMATION, "sent 0 priority", false);
    }

    private static RouterNotice repeated(String text) {
        return new RouterNotice(Kind.INFORMATION, text, true);
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }
}

package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.vrrp.machine.Rival;
import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.machine.RouterParameters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes it visible when a master hears another master: who, since when, for how long. Owned by the {@code vrrp} loop. */
final class SplitBrainWatch {

    private static final int NANOS_DIGITS = 9;

    private final RouterServices services;
    private final RouterCounters counters;
    private final RouterLog log;
    private final Runnable whenOver;
    private final DeadlineTimer timer;
    private @Nullable Rival rival;

    /**
     * For one virtual router.
     *
     * @param whenOver what a master does once the other is silent
     */
    SplitBrainWatch(RouterServices services, RouterCounters counters, RouterLog log, Runnable whenOver) {
        this.services = services;
        this.counters = counters;
        this.log = log;
        this.whenOver = whenOver;
        this.timer = new DeadlineTimer(
                services.environment().vrrpLoop(), services.environment().clock(), this::silent);
    }

    /** The other master of this moment. */
    Optional<Rival> rival() {
        return Optional.ofNullable(rival);
    }

    /** keepalived 2.3.3: of two owners this one is to give up being one. */
    boolean outlastsOwner(RouterParameters parameters) {
        return rival != null && rival.outlastsOwner(parameters);
    }

    /**
     * A master has heard an advert and stays master.
     *
     * @param masterSince when it became master, in nanoseconds
     */
    void heard(RouterEvent.AdvertReceived advert, long masterSince, RouterParameters parameters) {
        if (advert.priority() == 0) {
            left(advert);
        } else if (Rival.isRival(advert, masterSince, parameters)) {
            Rival before = rival;
            Rival now = before == null ? Rival.first(advert, parameters) : before.again(advert, parameters);
            rival = now;
            timer.arm(now.silentAt());
            if (before == null) {
                counters.splitBrains++;
                log.splitBrain("split brain: " + text(now) + " is master too, with priority " + now.priority());
                services.onChange().run();
            } else {
                counters.splitBrainNanos += now.lastHeard() - before.lastHeard();
                if (!before.address().equals(now.address())) {
                    log.packet("split brain: so is " + text(now) + ", with priority " + now.priority());
                }
            }
        }
    }

    private void left(RouterEvent.AdvertReceived advert) {
        Rival now = rival;
        if (now != null && now.address().equals(advert.sender())) {
            counters.splitBrainNanos += Math.max(0, advert.receivedAt() - now.lastHeard());
            end(now, "has stopped");
        }
    }

    /** The router is not master any more. */
    void yielded() {
        Rival now = rival;
        if (now != null) {
            forget(now, "is the only master");
        }
    }

    private void silent() {
        Rival now = rival;
        if (now != null && services.now() >= now.silentAt()) {
            end(now, "is silent");
        }
    }

    /** The neighbours' caches may still point to the other. */
    private void end(Rival now, String how) {
        forget(now, how);
        whenOver.run();
    }

    private void forget(Rival now, String how) {
        rival = null;
        timer.disarm();
        log.splitBrain("split brain is over: " + text(now) + " " + how + ", it was heard for " + seconds(now) + " s");
        services.onChange().run();
    }

    void close() {
        timer.cancel();
    }

    private static String text(Rival rival) {
        return AddressText.of(rival.address());
    }

    private static String seconds(Rival rival) {
        return BigDecimal.valueOf(rival.duration(), NANOS_DIGITS)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}

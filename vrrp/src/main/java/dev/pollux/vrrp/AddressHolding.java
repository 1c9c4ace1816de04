package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.vrrp.address.AddressOutcome;
import dev.pollux.vrrp.address.Binding;
import dev.pollux.vrrp.address.BoundAddress;
import dev.pollux.vrrp.address.BoundEntry;
import dev.pollux.vrrp.address.BoundRoute;
import dev.pollux.vrrp.address.DesiredEntries;
import dev.pollux.vrrp.address.Holder;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The addresses, routes and rules of one virtual router: wanted, held, announced. An address is announced only when the kernel has it and the
 * wish it was added for still stands. Owned by the {@code vrrp} loop.
 */
final class AddressHolding {

    private static final long RESTORE_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final RouterServices services;
    private final Logger log;
    private final RouterCounters counters;
    private final DeadlineTimer timer;
    private final DeadlineTimer restoreTimer;
    private final ExtraAnnouncements extra;
    private final LackingEntries lacking;
    private RouterConfiguration configuration;
    private long epoch;
    private boolean wanted;
    private boolean complete;
    private boolean restoring;
    private long restoreFrom = Long.MIN_VALUE;
    /** Told of a removal that nobody could look into, because a wish was under way. */
    private @Nullable Consumer<BoundEntry> unseen;

    private boolean announceAll;
    private List<BoundEntry> desired = List.of();
    private List<BoundAddress> held = List.of();
    private AnnouncementSchedule schedule = AnnouncementSchedule.none();

    AddressHolding(RouterServices services, RouterCounters counters, RouterConfiguration configuration) {
        this.services = services;
        this.log = services.log();
        this.counters = counters;
        this.configuration = configuration;
        this.timer = new DeadlineTimer(
                services.environment().vrrpLoop(), services.environment().clock(), this::announceDue);
        this.restoreTimer = new DeadlineTimer(
                services.environment().vrrpLoop(), services.environment().clock(), this::restoreNow);
        this.extra = new ExtraAnnouncements(services, this);
        this.lacking = new LackingEntries(services, counters, this::addLacking);
    }

    /** The router became master. */
    void hold() {
        wanted = true;
        announceAll = true;
        want(bind());
        log.debug("({}) setting VIPs.", name());
    }

    /** It is no longer. */
    void release() {
        wanted = false;
        announceAll = false;
        schedule = AnnouncementSchedule.none();
        timer.disarm();
        restoreTimer.disarm();
        lacking.end();
        extra.end();
        services.announcer().forget(this);
        want(List.of());
        log.debug("({}) removing VIPs.", name());
    }

    /** A reload: a master's new addresses are added and announced, others removed, the rest is not touched. */
    void reconfigure(RouterConfiguration next) {
        boolean accepted = accept();
        boolean extraChanged = wanted
                && !settings().extra().equals(next.instance().gratuitousArp().extra());
        configuration = next;
        if (extraChanged) {
            extra.begin();
        }
        if (wanted && accepted != accept()) {
            want(bind());
        } else {
            rebind();
        }
    }

    /** An interface may have gone, or come back as another one. */
    void rebind() {
        if (wanted && !bind().equals(desired)) {
            want(bind());
        } else {
            lacking.sooner();
        }
    }

    /** What the configuration wants, where the interfaces for it exist: addresses, then routes, then rules. */
    List<BoundEntry> bind() {
        Binding binding = services.links().binding();
        List<BoundEntry> bound = new ArrayList<>();
        configuration.addresses().forEach(address -> binding.address(address).ifPresent(bound::add));
        configuration.instance().addresses().routes().forEach(route -> binding.route(route)
                .ifPresent(bound::add));
        configuration.instance().addresses().rules().forEach(rule -> bound.add(binding.rule(rule)));
        return bound;
    }

    List<InetAddress> held() {
        return held.stream().map(address -> address.address().address()).toList();
    }

    /** The kernel answered. */
    void applied(AddressOutcome outcome) {
        if (!wanted || outcome.epoch() != epoch) {
            outcome.failures().forEach(failure -> log.error("({}) {}", name(), failure));
        }
        if (outcome.epoch() != epoch) {
            return;
        }
        complete = true;
        if (wanted) {
            lacking.answered(name(), outcome);
        }
        counters.entriesRestored += restoring ? outcome.gained().size() : 0;
        held = outcome.addresses();
        services.environment()
                .listener()
                .addressesChanged(configuration.instance().key(), held());
        services.onChange().run();
        List<BoundAddress> news = announceAll ? held : outcome.newAddresses();
        if (wanted && !news.isEmpty()) {
            announceFirst(news);
        }
        Consumer<BoundEntry> waiting = unseen;
        unseen = null;
        if (waiting != null) {
            verify(waiting);
        }
    }

    private void announceFirst(List<BoundAddress> addresses) {
        GratuitousArpSettings settings = settings();
        for (BoundAddress address : addresses) {
            log.info(
                    "({}) Sending/queueing {} on {} for {}",
                    name(),
                    address.address().family() == AddressFamily.IPV4
                            ? "gratuitous ARPs"
                            : "Unsolicited Neighbour Adverts",
                    address.address().interfaceName(),
                    AddressText.of(address.address().address()));
        }
        announce(addresses, settings.repeat());
        long now = services.now();
        schedule = announceAll ? AnnouncementSchedule.begin(now, settings) : schedule.more(now, settings);
        if (announceAll) {
            extra.begin();
        }
        announceAll = false;
        arm();
    }

    /** A lower-priority router may have announced the addresses as its own. */
    void announceAgain() {
        if (wanted && complete) {
            announce(held, settings().lowerPriorityRepeat());
            schedule = schedule.lowerPriorityHeard(services.now(), settings());
            arm();
        }
    }

    /** Somebody removed something: if it is one that we should have, look whether it is really gone. */
    void removed(NetworkEntry gone, Consumer<BoundEntry> onLost) {
        if (wanted && desired.stream().anyMatch(mine -> mine.tracked() && mine.isAt(gone))) {
            unseen = complete ? null : onLost;
            verify(onLost);
        }
    }

    /** Looks whether the kernel still has what it should. */
    void verify(Consumer<BoundEntry> onLost) {
        if (!wanted || !complete) {
            return;
        }
        long asked = epoch;
        List<BoundEntry> tracked = desired.stream()
                .filter(entry -> entry.tracked() && !lacking.contains(entry))
                .toList();
        services.addresses().findMissing(tracked, missing -> {
            if (asked == epoch && wanted && !missing.isEmpty()) {
                onLost.accept(missing.get(0));
            }
        });
    }

    /**
     * With {@code restore_deleted}, what somebody removed is added again at once, but not more than once a second, lest we
     * fight with a program that means it.
     *
     * @return false where that is not configured
     */
    boolean restore(BoundEntry lost) {
        if (!configuration.instance().addresses().restoreDeleted()) {
            return false;
        }
        if (!restoreTimer.isArmed()) {
            log.warn("({}) {} was removed by somebody else, adding it again", name(), lost);
            restoreTimer.arm(Math.max(services.now(), restoreFrom));
        }
        return true;
    }

    private void restoreNow() {
        if (wanted) {
            restoreFrom = services.now() + RESTORE_INTERVAL;
            want(desired, true);
        }
    }

    /** An interface came back, and the kernel forgot the routes over it: those that nobody tracks are added again. */
    void refresh() {
        if (wanted && complete && desired.stream().anyMatch(mine -> mine instanceof BoundRoute && !mine.tracked())) {
            want(desired, true);
        }
    }

    private void addLacking() {
        if (wanted && complete) {
            want(desired, lacking.uncertain());
            restoring = false;
        }
    }

    /** What the kernel did not take, for people. */
    List<String> lacking() {
        return lacking.subjects();
    }

    void announced() {
        counters.gratuitousArpsSent++;
    }

    void close() {
        timer.cancel();
        restoreTimer.cancel();
        lacking.close();
        extra.close();
    }

    private void want(List<BoundEntry> entries) {
        want(entries, false);
    }

    private void want(List<BoundEntry> entries, boolean restore) {
        epoch++;
        complete = false;
        restoring = restore;
        desired = entries;
        services.announcer().expect(entries);
        boolean promote = configuration.instance().addresses().promoteSecondaries();
        Holder holder = Holder.of(configuration.instance().key());
        services.addresses().want(new DesiredEntries(holder, epoch, entries, promote, restore, accept()));
    }

    private boolean accept() {
        return configuration.instance().addresses().accept();
    }

    private void announceDue() {
        long now = services.now();
        announce(held, schedule.dueRounds(now, settings()));
        schedule = schedule.sent(now, settings());
        arm();
    }

    private void arm() {
        if (schedule.deadline() == Long.MAX_VALUE) {
            timer.disarm();
        } else {
            timer.arm(schedule.deadline());
        }
    }

    private void announce(List<BoundAddress> addresses, int rounds) {
        services.announcer().announce(new Announcer.Batch(this, addresses, rounds, settings()));
    }

    List<BoundAddress> addresses() {
        return held;
    }

    VrrpInstance instance() {
        return configuration.instance();
    }

    GratuitousArpSettings settings() {
        return configuration.instance().gratuitousArp();
    }

    private String name() {
        return configuration.instance().name();
    }
}

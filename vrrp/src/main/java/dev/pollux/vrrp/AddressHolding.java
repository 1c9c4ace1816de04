package dev.pollux.vrrp;

import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.route.Link;
import dev.pollux.vrrp.address.AddressOutcome;
import dev.pollux.vrrp.address.BoundAddress;
import dev.pollux.vrrp.address.DesiredAddresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * The addresses of one virtual router: wanted, held, announced. An address is announced only when the kernel has it and the
 * wish it was added for still stands. Owned by the {@code vrrp} loop.
 */
final class AddressHolding {

    private final RouterServices services;
    private final Logger log;
    private final RouterCounters counters;
    private final DeadlineTimer timer;
    private RouterConfiguration configuration;
    private long epoch;
    private boolean wanted;
    private boolean complete;
    private boolean announceAll;
    private List<BoundAddress> desired = List.of();
    private List<BoundAddress> held = List.of();
    private AnnouncementSchedule schedule = AnnouncementSchedule.none();

    AddressHolding(RouterServices services, RouterCounters counters, RouterConfiguration configuration) {
        this.services = services;
        this.log = services.log();
        this.counters = counters;
        this.configuration = configuration;
        this.timer = new DeadlineTimer(
                services.environment().vrrpLoop(), services.environment().clock(), this::announceDue);
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
        services.announcer().forget(this);
        want(List.of());
        log.debug("({}) removing VIPs.", name());
    }

    /** A reload: a master's new addresses are added and announced, others removed, the rest is not touched. */
    void reconfigure(RouterConfiguration next) {
        configuration = next;
        rebind();
    }

    /** An interface may have gone, or come back as another one. */
    void rebind() {
        if (wanted && !bind().equals(desired)) {
            want(bind());
        }
    }

    /** Addresses of the configuration on interfaces that exist. */
    List<BoundAddress> bind() {
        List<BoundAddress> bound = new ArrayList<>();
        for (VirtualAddress address : configuration.addresses()) {
            Link link = services.links().link(address.interfaceName());
            if (link != null) {
                bound.add(new BoundAddress(address, link.index()));
            }
        }
        return bound;
    }

    List<InetAddress> held() {
        return held.stream().map(address -> address.address().address()).toList();
    }

    /** The kernel answered. */
    void applied(AddressOutcome outcome) {
        outcome.failures().forEach(failure -> log.error("({}) {}", name(), failure));
        if (outcome.epoch() != epoch) {
            return;
        }
        complete = true;
        held = outcome.held();
        services.environment().listener().addressesChanged(outcome.key(), held());
        services.onChange().run();
        List<BoundAddress> news = announceAll ? held : outcome.gained();
        if (wanted && !news.isEmpty()) {
            announceFirst(news);
        }
    }

    private void announceFirst(List<BoundAddress> addresses) {
        GratuitousArpSettings settings = settings();
        for (BoundAddress address : addresses) {
            log.info(
                    "({}) Sending/queueing gratuitous ARPs on {} for {}",
                    name(),
                    address.address().interfaceName(),
                    address.address().address().getHostAddress());
        }
        announce(addresses, settings.repeat());
        long now = services.now();
        schedule = announceAll ? AnnouncementSchedule.begin(now, settings) : schedule.more(now, settings);
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

    /** Somebody removed an address from an interface: if it is one we should have, look whether it is really gone. */
    void removed(int interfaceIndex, InetAddress address, Consumer<InetAddress> onLost) {
        boolean ours = wanted
                && desired.stream()
                        .anyMatch(mine -> mine.address().tracked()
                                && mine.interfaceIndex() == interfaceIndex
                                && mine.address().address().equals(address));
        if (ours) {
            verify(onLost);
        }
    }

    /** Looks whether the kernel still has what it should. */
    void verify(Consumer<InetAddress> onLost) {
        if (!wanted || !complete) {
            return;
        }
        long asked = epoch;
        List<BoundAddress> tracked =
                desired.stream().filter(mine -> mine.address().tracked()).toList();
        services.addresses().findMissing(tracked, missing -> {
            if (asked == epoch && wanted && !missing.isEmpty()) {
                onLost.accept(missing.get(0).address().address());
            }
        });
    }

    void announced() {
        counters.gratuitousArpsSent++;
    }

    void close() {
        timer.cancel();
    }

    private void want(List<BoundAddress> addresses) {
        epoch++;
        complete = false;
        desired = addresses;
        boolean promote = configuration.instance().addresses().promoteSecondaries();
        services.addresses().want(new DesiredAddresses(configuration.instance().key(), epoch, addresses, promote));
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
        services.announcer()
                .announce(new Announcer.Batch(
                        this, addresses, rounds, settings().spacing().toNanos()));
    }

    private GratuitousArpSettings settings() {
        return configuration.instance().gratuitousArp();
    }

    private String name() {
        return configuration.instance().name();
    }
}

package dev.pollux.vrrp;

import dev.pollux.grammar.model.GratuitousArpSettings.Extra;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.vrrp.address.BoundAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code garp_extra_if}: a master's addresses on interfaces that it sends no adverts on are announced from time to time, one on
 * each, so that switches do not forget where these interfaces are. Owned by the {@code vrrp} loop.
 */
final class ExtraAnnouncements {

    private final RouterServices services;
    private final AddressHolding holder;
    private final DeadlineTimer timer;

    ExtraAnnouncements(RouterServices services, AddressHolding holder) {
        this.services = services;
        this.holder = holder;
        this.timer = new DeadlineTimer(
                services.environment().vrrpLoop(), services.environment().clock(), this::announce);
    }

    /** From now on, or with another period. */
    void begin() {
        long period = holder.settings().extra().period().toNanos();
        if (period > 0) {
            timer.arm(services.now() + period);
        } else {
            timer.disarm();
        }
    }

    void end() {
        timer.disarm();
    }

    void close() {
        timer.cancel();
    }

    private void announce() {
        List<BoundAddress> chosen = choose(holder.instance(), holder.addresses());
        services.announcer().announce(new Announcer.Batch(holder, chosen, 1, holder.settings()));
        begin();
    }

    /** The first address on each interface that needs it. */
    static List<BoundAddress> choose(VrrpInstance instance, List<BoundAddress> held) {
        Extra extra = instance.gratuitousArp().extra();
        Set<String> done = new HashSet<>(Set.of(instance.advertInterface()));
        List<BoundAddress> chosen = new ArrayList<>();
        for (BoundAddress address : held) {
            String name = address.address().interfaceName();
            boolean virtual = instance.interfaces().all().stream()
                    .map(VirtualInterface::name)
                    .anyMatch(name::equals);
            if ((virtual || extra.everywhere()) && done.add(name)) {
                chosen.add(address);
            }
        }
        return chosen;
    }
}

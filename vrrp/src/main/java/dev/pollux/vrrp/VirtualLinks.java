package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.RouteEvent;
import dev.pollux.vrrp.link.LinkOutcome;
import dev.pollux.vrrp.link.VirtualLinkProxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;

/**
 * The interfaces that instances want made. One that somebody deletes, or that went with the interface below, is made again once
 * that can be. Owned by the {@code vrrp} loop.
 */
final class VirtualLinks {

    private final VirtualLinkProxy proxy;
    private final LinkTable links;
    private final Logger log;
    private final Runnable onChange;
    private final Map<String, VirtualInterface> wanted = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    /** Index of the interface by name, once it has been made or adopted. */
    private final Map<String, Integer> made = new HashMap<>();
    /** Index of the base on which it could not be made. */
    private final Map<String, Integer> failed = new HashMap<>();

    /** @param onChange called when an interface has been made, or could not be */
    VirtualLinks(VirtualLinkProxy proxy, LinkTable links, Logger log, Runnable onChange) {
        this.proxy = proxy;
        this.links = links;
        this.log = log;
        this.onChange = onChange;
    }

    /** Replaces what was wanted before; what nobody wants any more is removed. */
    void want(Collection<VirtualInterface> next) {
        Map<String, VirtualInterface> byName = new LinkedHashMap<>();
        next.forEach(each -> byName.putIfAbsent(each.name(), each));
        for (VirtualInterface old : List.copyOf(wanted.values())) {
            if (!old.equals(byName.get(old.name()))) {
                wanted.remove(old.name());
                made.remove(old.name());
                proxy.remove(old);
            }
        }
        wanted.putAll(byName);
        failed.clear();
        look();
    }

    /** Asks for what is missing on interfaces that exist: a virtual interface, or its link-local address. */
    void look() {
        for (VirtualInterface each : new ArrayList<>(wanted.values())) {
            Link base = links.link(each.base());
            if (base != null && !asked.contains(each.name()) && !isComplete(each) && !hasFailedOn(each, base)) {
                asked.add(each.name());
                proxy.ensure(each, this::answered);
            }
        }
    }

    /** Whether one of these is about to be made. */
    boolean pending(Collection<VirtualInterface> interfaces) {
        return interfaces.stream().anyMatch(each -> asked.contains(each.name()));
    }

    private boolean isComplete(VirtualInterface each) {
        Link link = links.link(each.name());
        return link != null
                && Integer.valueOf(link.index()).equals(made.get(each.name()))
                && !(link.flags().up() && lacksAddress(each));
    }

    /** The interface below may get its link-local address later than this one was made; and this one loses its own when it goes down. */
    private boolean lacksAddress(VirtualInterface each) {
        return each.family() == AddressFamily.IPV6
                && links.source(new AdvertChannel.Segment(each.name(), AddressFamily.IPV6), Set.of())
                        .isEmpty()
                && links.source(new AdvertChannel.Segment(each.base(), AddressFamily.IPV6), Set.of())
                        .isPresent();
    }

    private boolean hasFailedOn(VirtualInterface each, Link base) {
        return Integer.valueOf(base.index()).equals(failed.get(each.name()));
    }

    private void answered(LinkOutcome outcome) {
        String name = outcome.wanted().name();
        asked.remove(name);
        if (!outcome.wanted().equals(wanted.get(name))) {
            look();
            return;
        }
        Link base = links.link(outcome.wanted().base());
        if (outcome.link().isPresent()) {
            log.info("{}", outcome.text());
            made.put(name, outcome.link().get().index());
            // The kernel's own notification may still wait to be read.
            links.apply(new RouteEvent.LinkChanged(outcome.link().get()));
            outcome.addresses().forEach(address -> links.apply(new RouteEvent.AddressAdded(address)));
        } else {
            log.error("{}", outcome.text());
            failed.put(name, base == null ? 0 : base.index());
        }
        onChange.run();
    }
}

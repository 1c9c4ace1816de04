package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.vrrp.address.AddressOutcome;
import dev.pollux.vrrp.address.AddressProxy;
import dev.pollux.vrrp.address.Binding;
import dev.pollux.vrrp.address.BoundEntry;
import dev.pollux.vrrp.address.DesiredEntries;
import dev.pollux.vrrp.address.Holder;
import dev.pollux.vrrp.machine.FaultCause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;

/**
 * {@code static_ipaddress}, {@code static_routes} and {@code static_rules}: there for as long as the director runs, added again
 * when somebody removes them. Owned by the {@code vrrp} loop.
 */
final class StaticEntries {

    private final AddressProxy addresses;
    private final LinkTable links;
    private final Logger log;
    private StaticSettings settings = StaticSettings.NONE;
    private List<BoundEntry> desired = List.of();
    private Set<BoundEntry> held = Set.of();
    private Set<String> failures = Set.of();
    private boolean complete = true;
    private long epoch;

    StaticEntries(AddressProxy addresses, LinkTable links, Logger log) {
        this.addresses = addresses;
        this.links = links;
        this.log = log;
    }

    StaticSettings settings() {
        return settings;
    }

    /** Makes the kernel have these instead of those before. */
    void set(StaticSettings next) {
        settings = next;
        rebind();
    }

    /** Interfaces or addresses changed: one may have come back as another, and what failed before may work now. */
    void rebind() {
        List<BoundEntry> bound = bind();
        if (!bound.equals(desired) || (complete && !held.containsAll(bound))) {
            want(bound, false);
        }
    }

    /** The kernel forgets the routes over an interface that goes down. */
    void restoreRoutes() {
        if (complete && !settings.routes().isEmpty()) {
            restore();
        }
    }

    private void restore() {
        if (!desired.isEmpty()) {
            want(bind(), true);
        }
    }

    /** Somebody removed something. */
    void removed(NetworkEntry gone) {
        if (complete && desired.stream().anyMatch(entry -> entry.isAt(gone))) {
            log.info("Static entry was removed by somebody else, adding it again");
            restore();
        }
    }

    /** The kernel answered; true where the virtual routers may care. */
    boolean applied(AddressOutcome outcome) {
        List<String> now = outcome.failures().stream().map(Object::toString).toList();
        now.stream()
                .filter(failure -> !failures.contains(failure))
                .forEach(failure -> log.error("Static entries: {}", failure));
        failures = Set.copyOf(now);
        if (outcome.epoch() != epoch) {
            return false;
        }
        held = new HashSet<>(outcome.held());
        complete = true;
        return !settings.trackGroups().isEmpty();
    }

    /** What is not there although this instance tracks it. Nothing is known, so nothing is missing, before the kernel's answer. */
    Set<FaultCause> missing(String instance) {
        Set<FaultCause> causes = new HashSet<>();
        if (!complete || settings.trackGroups().isEmpty()) {
            return causes;
        }
        Binding binding = links.binding();
        List<Item> items = new ArrayList<>();
        settings.addresses()
                .forEach(entry -> items.add(new Item(
                        "address " + AddressText.of(entry.value().address()),
                        entry.trackGroup(),
                        binding.address(entry.value()))));
        settings.routes()
                .forEach(entry -> items.add(
                        new Item("route " + entry.value(), entry.trackGroup(), binding.route(entry.value()))));
        settings.rules()
                .forEach(entry -> items.add(new Item(
                        "rule " + entry.value(), entry.trackGroup(), Optional.of(binding.rule(entry.value())))));
        items.stream()
                .filter(item -> tracks(instance, item.group()))
                .filter(item ->
                        item.bound().isEmpty() || !held.contains(item.bound().get()))
                .forEach(item -> causes.add(new FaultCause.StaticMissing(item.text())));
        return causes;
    }

    boolean hasRouting() {
        return !settings.routes().isEmpty() || !settings.rules().isEmpty();
    }

    private record Item(String text, String group, Optional<BoundEntry> bound) {}

    private boolean tracks(String instance, String trackGroup) {
        return settings.trackGroups().stream()
                .anyMatch(group ->
                        group.name().equals(trackGroup) && group.instances().contains(instance));
    }

    private List<BoundEntry> bind() {
        Binding binding = links.binding();
        List<BoundEntry> bound = new ArrayList<>();
        settings.addresses().forEach(entry -> binding.address(entry.value()).ifPresent(bound::add));
        settings.routes().forEach(entry -> binding.route(entry.value()).ifPresent(bound::add));
        settings.rules().forEach(entry -> bound.add(binding.rule(entry.value())));
        return bound;
    }

    private void want(List<BoundEntry> entries, boolean restore) {
        epoch++;
        complete = false;
        desired = entries;
        addresses.want(new DesiredEntries(Holder.DIRECTOR, epoch, entries, false, restore));
    }
}

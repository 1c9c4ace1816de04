package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.GratuitousArpSettings;
import dev.pollux.grammar.model.VrrpSettings.GarpGroup;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.route.Link;
import dev.pollux.vrrp.address.BoundAddress;
import dev.pollux.vrrp.address.BoundEntry;
import dev.pollux.vrrp.packet.GratuitousArpCodec;
import dev.pollux.vrrp.packet.NeighbourAdvertisementCodec;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Announces addresses by gratuitous ARP and unsolicited neighbour advertisement. Where an interval is configured, announcements on one interface queue up and leave
 * one at a time. Owned by the {@code vrrp} loop.
 */
final class Announcer {

    private static final int MAC_LENGTH = 6;

    private final VrrpEnvironment environment;
    private final Logger log;
    private final LinkTable links;
    private final FrameSender frames;
    private final ByteBuffer frame = ByteBuffer.allocateDirect(NeighbourAdvertisementCodec.FRAME_LENGTH);
    private final ForwardingInterfaces forwarding;
    /** By index of the interface, or by {@code garp_group}. */
    private final Map<Object, Lane> lanes = new HashMap<>();

    private final Map<String, GarpGroup> groups = new HashMap<>();
    private Map<String, String> bases = Map.of();

    Announcer(VrrpEnvironment environment, Logger log, LinkTable links, FrameSender frames) {
        this.environment = environment;
        this.log = log;
        this.links = links;
        this.frames = frames;
        this.forwarding = new ForwardingInterfaces(environment);
    }

    /** Sends a whole Ethernet frame, between the buffer's position and limit, on an interface. */
    interface FrameSender {
        void send(ByteBuffer frame, int interfaceIndex);
    }

    /**
     * Some rounds of announcements, each round all addresses.
     *
     * @param settings say the least time between two on one interface
     */
    record Batch(AddressHolding holder, List<BoundAddress> addresses, int rounds, GratuitousArpSettings settings) {}

    /**
     * Replaces the groups of interfaces that share a rate limit.
     *
     * @param virtual the interface below by name of a virtual one
     */
    void group(List<GarpGroup> next, Map<String, String> virtual) {
        groups.clear();
        next.forEach(group -> group.interfaces().forEach(name -> groups.put(name, group)));
        bases = Map.copyOf(virtual);
    }

    /** These are going to be announced as soon as the kernel has them. */
    void expect(List<BoundEntry> entries) {
        entries.stream()
                .filter(BoundAddress.class::isInstance)
                .map(BoundAddress.class::cast)
                .filter(address -> address.address().family() == AddressFamily.IPV6)
                .map(BoundAddress::interfaceIndex)
                .distinct()
                .map(links::link)
                .filter(Objects::nonNull)
                .forEach(forwarding::refresh);
    }

    void announce(Batch batch) {
        for (int round = 0; round < batch.rounds(); round++) {
            for (BoundAddress address : batch.addresses()) {
                announce(batch, address, group(address));
            }
        }
    }

    private void announce(Batch batch, BoundAddress address, @Nullable GarpGroup group) {
        AddressFamily family = address.address().family();
        Duration spacing = group == null || group.spacing(family).isZero()
                ? batch.settings().spacing(family)
                : group.spacing(family);
        Object place = group == null ? Integer.valueOf(address.interfaceIndex()) : group;
        Lane lane = lanes.get(place);
        if (spacing.isZero() && (lane == null || lane.waiting.isEmpty())) {
            send(batch.holder(), address);
        } else {
            lanes.computeIfAbsent(place, key -> new Lane()).add(new Item(batch.holder(), address, spacing.toNanos()));
        }
    }

    private @Nullable GarpGroup group(BoundAddress address) {
        String name = address.address().interfaceName();
        return groups.isEmpty() ? null : groups.get(bases.getOrDefault(name, name));
    }

    /** What still waits for this holder is not sent any more. */
    void forget(AddressHolding holder) {
        lanes.values().forEach(lane -> lane.waiting.removeIf(item -> item.holder == holder));
    }

    void close() {
        lanes.values().forEach(lane -> lane.timer.cancel());
        lanes.clear();
    }

    private void send(AddressHolding holder, BoundAddress address) {
        Link link = links.link(address.interfaceIndex());
        if (link == null || link.flags().noArp() || link.hardwareAddress().length() != MAC_LENGTH) {
            return;
        }
        frame.clear();
        byte[] macAddress = link.hardwareAddress().bytes();
        String what = "gratuitous ARP";
        if (address.address().address() instanceof Inet4Address announced) {
            GratuitousArpCodec.encode(macAddress, announced, frame);
        } else if (address.address().address() instanceof Inet6Address announced) {
            NeighbourAdvertisementCodec.encode(macAddress, announced, forwarding.contains(link), frame);
            what = "unsolicited Neighbour Advert";
        }
        frames.send(frame.flip(), link.index());
        holder.announced();
        log.debug(
                "Sending {} on {} for {}",
                what,
                link.name(),
                AddressText.of(address.address().address()));
    }

    private record Item(AddressHolding holder, BoundAddress address, long spacing) {}

    /** Announcements that wait for their turn on one interface, or on those of a group. */
    private final class Lane {
        private final Deque<Item> waiting = new ArrayDeque<>();
        private final DeadlineTimer timer = new DeadlineTimer(environment.vrrpLoop(), environment.clock(), this::next);
        private long free = environment.clock().nanoTime();

        void add(Item item) {
            waiting.add(item);
            if (!timer.isArmed()) {
                timer.arm(Math.max(free, environment.clock().nanoTime()));
            }
        }

        private void next() {
            Item item = waiting.poll();
            if (item != null) {
                send(item.holder(), item.address());
                free = environment.clock().nanoTime() + item.spacing();
                timer.arm(free);
            }
        }
    }
}

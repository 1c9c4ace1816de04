package dev.pollux.vrrp;

import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.route.Link;
import dev.pollux.vrrp.address.BoundAddress;
import dev.pollux.vrrp.packet.GratuitousArpCodec;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Announces addresses by gratuitous ARP. Where an interval is configured, announcements on one interface queue up and leave
 * one at a time. Owned by the {@code vrrp} loop.
 */
final class Announcer {

    private static final int MAC_LENGTH = 6;

    private final VrrpEnvironment environment;
    private final Logger log;
    private final LinkTable links;
    private final FrameSender frames;
    private final ByteBuffer frame = ByteBuffer.allocateDirect(GratuitousArpCodec.FRAME_LENGTH);
    private final Map<Integer, Lane> lanes = new HashMap<>();

    Announcer(VrrpEnvironment environment, Logger log, LinkTable links, FrameSender frames) {
        this.environment = environment;
        this.log = log;
        this.links = links;
        this.frames = frames;
    }

    /** Sends a whole Ethernet frame, between the buffer's position and limit, on an interface. */
    interface FrameSender {
        void send(ByteBuffer frame, int interfaceIndex);
    }

    /**
     * Some rounds of announcements, each round all addresses.
     *
     * @param spacing least time between two on one interface, in nanoseconds; 0: at once
     */
    record Batch(AddressHolding holder, List<BoundAddress> addresses, int rounds, long spacing) {}

    void announce(Batch batch) {
        for (int round = 0; round < batch.rounds(); round++) {
            for (BoundAddress address : batch.addresses()) {
                Lane lane = lanes.get(address.interfaceIndex());
                if (batch.spacing() == 0 && (lane == null || lane.waiting.isEmpty())) {
                    send(batch.holder(), address);
                } else {
                    lanes.computeIfAbsent(address.interfaceIndex(), index -> new Lane())
                            .add(new Item(batch.holder(), address, batch.spacing()));
                }
            }
        }
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
        if (link == null
                || link.flags().noArp()
                || link.hardwareAddress().length() != MAC_LENGTH
                || !(address.address().address() instanceof Inet4Address announced)) {
            return;
        }
        frame.clear();
        GratuitousArpCodec.encode(link.hardwareAddress().bytes(), announced, frame);
        frames.send(frame.flip(), link.index());
        holder.announced();
        log.debug(
                "Sending gratuitous ARP on {} for {}",
                link.name(),
                address.address().address().getHostAddress());
    }

    private record Item(AddressHolding holder, BoundAddress address, long spacing) {}

    /** Announcements that wait for their turn on one interface. */
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

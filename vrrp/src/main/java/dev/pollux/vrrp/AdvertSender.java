package dev.pollux.vrrp;

import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.vrrp.packet.AdvertTemplate;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Sends the adverts of one virtual router, to the group or to its peers. Owned by the {@code vrrp} loop. */
final class AdvertSender {

    /** Where adverts go (RFC 3768 5.2.2). */
    static final Inet4Address GROUP = group();

    private final Logger log;
    private final RouterCounters counters;
    private final RepeatFilter repeats;
    private String name = "";
    private int[] destinations = {};
    private @Nullable AdvertTemplate template;

    AdvertSender(Logger log, RouterCounters counters, RepeatFilter repeats) {
        this.log = log;
        this.counters = counters;
        this.repeats = repeats;
    }

    /** Encodes the packet anew. */
    void prepare(RouterConfiguration configuration, Optional<InetAddress> source) {
        UnicastSettings unicast = configuration.instance().unicast();
        name = configuration.instance().name();
        int timeToLive = unicast.enabled() ? unicast.ttl() : 255;
        template = source.map(from ->
                        new AdvertTemplate(configuration.advert(), from, timeToLive, configuration.pseudoHeader()))
                .orElse(null);
        destinations = unicast.enabled()
                ? unicast.peers().stream()
                        .mapToInt(peer -> number(peer.address()))
                        .toArray()
                : new int[] {number(GROUP)};
    }

    /** One advert to every destination; errors are counted and, once, logged. */
    void send(@Nullable AdvertSocket socket, int priority) {
        if (template == null || socket == null) {
            return;
        }
        for (int destination : destinations) {
            send(socket, template.patch(priority, destination));
        }
        counters.advertsSent++;
        if (priority == 0) {
            counters.priorityZeroSent++;
        }
    }

    private void send(AdvertSocket socket, ByteBuffer packet) {
        try {
            if (!socket.send(packet)) {
                failed("send buffer full");
            }
        } catch (SystemCallException e) {
            failed("" + e.getMessage());
        }
    }

    private void failed(String reason) {
        counters.sendErrors++;
        if (repeats.isNew("send " + reason)) {
            log.info("({}) send advert error: {}", name, reason);
        }
    }

    private static int number(InetAddress address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }

    private static Inet4Address group() {
        try {
            return (Inet4Address) InetAddress.getByAddress(new byte[] {(byte) 224, 0, 0, 18});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

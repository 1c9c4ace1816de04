package dev.pollux.vrrp;

import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.vrrp.packet.AdvertForm;
import dev.pollux.vrrp.packet.AdvertTemplate;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Sends the adverts of one virtual router, to the group or to its peers. Owned by the {@code vrrp} loop. */
final class AdvertSender {

    private final Logger log;
    private final RouterCounters counters;
    private final RepeatFilter repeats;
    private String name = "";
    private List<byte[]> destinations = List.of();
    private @Nullable AdvertTemplate template;

    AdvertSender(Logger log, RouterCounters counters, RepeatFilter repeats) {
        this.log = log;
        this.counters = counters;
        this.repeats = repeats;
    }

    /** Encodes the packet anew; without a form there is nothing to send from. */
    void prepare(RouterConfiguration configuration, Optional<AdvertForm> form) {
        name = configuration.instance().name();
        template = form.map(AdvertTemplate::new).orElse(null);
        destinations = configuration.destinations();
    }

    /** One advert to every destination; errors are counted and, once, logged. */
    void send(@Nullable AdvertSocket socket, int priority) {
        if (template == null || socket == null) {
            return;
        }
        for (int i = 0; i < destinations.size(); i++) {
            send(socket, template.patch(priority, destinations.get(i)));
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
}

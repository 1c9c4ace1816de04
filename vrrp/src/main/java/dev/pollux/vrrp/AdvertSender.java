package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.vrrp.packet.AdvertForm;
import dev.pollux.vrrp.packet.AdvertTemplate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the adverts of one virtual router, to the group or to its peers. Owned by the {@code vrrp} loop. */
final class AdvertSender {

    private final RouterCounters counters;
    private final SendFailures failures;
    private String name = "";
    private List<byte[]> destinations = List.of();
    private @Nullable AdvertTemplate template;

    AdvertSender(RouterServices services, RouterCounters counters) {
        this.counters = counters;
        this.failures = new SendFailures(services, counters);
    }

    /** Encodes the packet anew; without a form there is nothing to send from. */
    void prepare(RouterConfiguration configuration, Optional<AdvertForm> form) {
        name = configuration.instance().name();
        template = form.map(AdvertTemplate::new).orElse(null);
        destinations = configuration.destinations();
    }

    /** One advert to every destination; errors are counted and, not each, logged. */
    void send(@Nullable AdvertSocket socket, int priority) {
        if (template == null || socket == null) {
            return;
        }
        boolean complete = true;
        for (int i = 0; i < destinations.size(); i++) {
            complete &= send(socket, template.patch(priority, destinations.get(i)), destinations.get(i));
        }
        if (complete) {
            failures.sent(name);
        }
        counters.advertsSent++;
        if (priority == 0) {
            counters.priorityZeroSent++;
        }
    }

    private boolean send(AdvertSocket socket, ByteBuffer packet, byte[] destination) {
        try {
            if (socket.send(packet)) {
                return true;
            }
            failed("send buffer full", destination);
        } catch (SystemCallException e) {
            failed("" + e.getMessage(), destination);
        }
        return false;
    }

    private void failed(String reason, byte[] destination) {
        failures.failed(name, destinations.size() > 1 ? text(destination) + ": " + reason : reason);
    }

    private static String text(byte[] address) {
        try {
            return AddressText.of(InetAddress.getByAddress(address));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The router is master no longer. */
    void rest() {
        failures.end();
    }

    /** Why adverts cannot be sent at the moment; empty: they can. */
    String trouble() {
        return failures.reason();
    }
}

package dev.pollux.vrrp;

import dev.pollux.linux.route.Link;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets for adverts: one for each channel whose interface exists and that has a virtual router. Owned by the {@code vrrp} loop. */
final class AdvertSockets {

    private static final Logger log = LoggerFactory.getLogger(AdvertSockets.class);

    private final VrrpEnvironment environment;
    private final LinkTable links;
    private final AdvertSocket.PacketListener listener;
    private final Runnable onReady;
    private final Map<AdvertChannel, AdvertSocket> sockets = new HashMap<>();
    /** Channels, by the index of their interface, of which no socket could be made; a new interface gets a new try. */
    private final Map<AdvertChannel, Integer> failed = new HashMap<>();

    /**
     * A set without sockets.
     *
     * @param onReady called when a socket became ready, or could not
     */
    AdvertSockets(
            VrrpEnvironment environment, LinkTable links, AdvertSocket.PacketListener listener, Runnable onReady) {
        this.environment = environment;
        this.links = links;
        this.listener = listener;
        this.onReady = onReady;
    }

    /** The channel's socket, once it receives. */
    @Nullable
    AdvertSocket ready(AdvertChannel channel) {
        AdvertSocket socket = sockets.get(channel);
        return socket != null && socket.ready() ? socket : null;
    }

    /** Whether the channel's socket is about to be ready. */
    boolean pending(AdvertChannel channel) {
        AdvertSocket socket = sockets.get(channel);
        return socket != null && !socket.ready();
    }

    /** Opens what is missing and closes what is not needed any more, or belongs to an interface that is gone. */
    void keep(Set<AdvertChannel> channels) {
        sockets.values().removeIf(socket -> {
            boolean stale = !channels.contains(socket.channel()) || !sameLink(socket);
            if (stale) {
                socket.close();
            }
            return stale;
        });
        add(channels);
    }

    /** Opens what is missing. */
    void add(Set<AdvertChannel> channels) {
        for (AdvertChannel channel : channels) {
            Link link = links.link(channel.interfaceName());
            if ((link != null || channel.anyInterface())
                    && !sockets.containsKey(channel)
                    && !Objects.equals(failed.get(channel), index(link))) {
                open(channel, link);
            }
        }
    }

    void close() {
        keep(Set.of());
    }

    private boolean sameLink(AdvertSocket socket) {
        return socket.interfaceIndex() == index(links.link(socket.channel().interfaceName()));
    }

    private static int index(@Nullable Link link) {
        return link == null ? 0 : link.index();
    }

    private void open(AdvertChannel channel, @Nullable Link link) {
        try {
            AdvertSocket socket = new AdvertSocket(channel, link, environment, listener);
            sockets.put(channel, socket);
            environment.rtnlLoop().execute(() -> join(socket));
        } catch (SystemCallException e) {
            failed.put(channel, index(link));
            log.error("Cannot open a socket for VRRP on {}: {}", channel.interfaceName(), e.getMessage());
        }
    }

    /** On the {@code rtnl} loop. */
    private void join(AdvertSocket socket) {
        String failure;
        try {
            socket.join();
            failure = "";
        } catch (SystemCallException e) {
            failure = "" + e.getMessage();
        }
        String outcome = failure;
        environment.vrrpLoop().execute(() -> joined(socket, outcome));
    }

    private void joined(AdvertSocket socket, String failure) {
        AdvertChannel channel = socket.channel();
        if (sockets.get(channel) != socket) {
            return;
        }
        if (failure.isEmpty()) {
            socket.setReady();
        } else {
            failed.put(channel, socket.interfaceIndex());
            sockets.remove(channel);
            socket.close();
            log.error("Cannot join {} on {}: {}", channel.group(), channel.interfaceName(), failure);
        }
        onReady.run();
    }
}

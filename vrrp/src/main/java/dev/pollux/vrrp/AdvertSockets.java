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

/** The sockets for adverts by interface: one for each that exists and has a virtual router. Owned by the {@code vrrp} loop. */
final class AdvertSockets {

    private static final Logger log = LoggerFactory.getLogger(AdvertSockets.class);

    private final VrrpEnvironment environment;
    private final LinkTable links;
    private final AdvertSocket.PacketListener listener;
    private final Runnable onReady;
    private final Map<String, AdvertSocket> sockets = new HashMap<>();
    /** Interfaces by name and index on which no socket could be made; a new interface gets a new try. */
    private final Map<String, Integer> failed = new HashMap<>();

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

    /** The interface's socket, once it receives. */
    @Nullable
    AdvertSocket ready(String interfaceName) {
        AdvertSocket socket = sockets.get(interfaceName);
        return socket != null && socket.ready() ? socket : null;
    }

    /** Whether the interface's socket is about to be ready. */
    boolean pending(String interfaceName) {
        AdvertSocket socket = sockets.get(interfaceName);
        return socket != null && !socket.ready();
    }

    /** Opens what is missing and closes what is not needed any more, or belongs to an interface that is gone. */
    void keep(Set<String> interfaceNames) {
        sockets.values().removeIf(socket -> {
            boolean stale = !interfaceNames.contains(socket.link().name()) || !sameLink(socket.link());
            if (stale) {
                socket.close();
            }
            return stale;
        });
        for (String name : interfaceNames) {
            Link link = links.link(name);
            if (link != null && !sockets.containsKey(name) && !Objects.equals(failed.get(name), link.index())) {
                open(link);
            }
        }
    }

    void close() {
        keep(Set.of());
    }

    private boolean sameLink(Link link) {
        Link now = links.link(link.name());
        return now != null && now.index() == link.index();
    }

    private void open(Link link) {
        try {
            AdvertSocket socket = new AdvertSocket(link, environment, listener);
            sockets.put(link.name(), socket);
            environment.rtnlLoop().execute(() -> join(socket));
        } catch (SystemCallException e) {
            failed.put(link.name(), link.index());
            log.error("Cannot open a socket for VRRP on {}: {}", link.name(), e.getMessage());
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
        String name = socket.link().name();
        if (sockets.get(name) != socket) {
            return;
        }
        if (failure.isEmpty()) {
            socket.setReady();
        } else {
            failed.put(name, socket.link().index());
            sockets.remove(name);
            socket.close();
            log.error("Cannot join 224.0.0.18 on {}: {}", name, failure);
        }
        onReady.run();
    }
}

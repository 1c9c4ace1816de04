package dev.pollux.vrrp;

import dev.pollux.linux.route.RouteEvent;
import dev.pollux.linux.route.RouteNotifications;
import io.netty.channel.IoEventLoop;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of routes and rules that are removed, while somebody holds any: on a router with a million routes of its own the
 * notifications are many. Owned by the {@code vrrp} loop.
 */
final class RoutingWatch {

    private final IoEventLoop loop;
    private final Consumer<RouteEvent> onEvent;
    private @Nullable RouteNotifications notifications;

    RoutingWatch(IoEventLoop loop, Consumer<RouteEvent> onEvent) {
        this.loop = loop;
        this.onEvent = onEvent;
    }

    /** Listens, or does no longer. */
    void listen(boolean needed) {
        if (needed && notifications == null) {
            notifications = RouteNotifications.ofRouting(loop, onEvent);
        } else if (!needed) {
            close();
        }
    }

    void close() {
        if (notifications != null) {
            notifications.close();
            notifications = null;
        }
    }
}

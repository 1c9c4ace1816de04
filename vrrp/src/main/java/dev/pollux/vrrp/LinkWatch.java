package dev.pollux.vrrp;

import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.RouteClient;
import dev.pollux.linux.route.RouteEvent;
import dev.pollux.linux.route.RouteNotifications;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link LinkTable}: a dump at the start and whenever notifications were lost, notifications in between. Owned by the
 * {@code vrrp} loop; dumps run on the {@code rtnl} loop.
 */
final class LinkWatch {

    private static final Logger log = LoggerFactory.getLogger(LinkWatch.class);

    private final VrrpEnvironment environment;
    private final RouteClient client;
    private final LinkTable links;
    private final Observer observer;
    private final RouteNotifications notifications;
    private final List<RouteEvent> duringDump = new ArrayList<>();
    private boolean dumping;
    private boolean again;

    /** Hears that the table changed. */
    interface Observer {
        /** The table is complete for the first time, or again. */
        void loaded();

        /** One event has been applied to the table. */
        void changed(RouteEvent event);
    }

    /** Begins to listen and asks for the first dump. On the {@code vrrp} loop. */
    LinkWatch(VrrpEnvironment environment, RouteClient client, LinkTable links, Observer observer) {
        this.environment = environment;
        this.client = client;
        this.links = links;
        this.observer = observer;
        this.notifications = RouteNotifications.open(environment.vrrpLoop(), this::happened);
        dump();
    }

    void close() {
        notifications.close();
    }

    /** Events that come while a dump is under way may be older or newer than it; applied after it they end up right. */
    private void happened(RouteEvent event) {
        if (event instanceof RouteEvent.NotificationsLost) {
            log.warn("Notifications about interfaces were lost, reading them anew");
            dump();
        } else if (dumping) {
            duringDump.add(event);
        } else {
            links.apply(event);
            observer.changed(event);
        }
    }

    private void dump() {
        if (dumping) {
            again = true;
            return;
        }
        dumping = true;
        environment.rtnlLoop().execute(() -> read(this::loaded));
    }

    private void read(Consumer<Dump> onRead) {
        try {
            Dump dump = new Dump(client.links(), client.addresses());
            environment.vrrpLoop().execute(() -> onRead.accept(dump));
        } catch (SystemCallException e) {
            log.error("Cannot read interfaces, trying again: {}", e.getMessage());
            var unused = environment
                    .vrrpLoop()
                    .schedule(() -> environment.rtnlLoop().execute(() -> read(onRead)), 1, TimeUnit.SECONDS);
        }
    }

    private void loaded(Dump dump) {
        links.load(dump.links(), dump.addresses());
        dumping = false;
        duringDump.forEach(links::apply);
        duringDump.clear();
        if (again) {
            again = false;
            dump();
        } else {
            observer.loaded();
        }
    }

    private record Dump(List<Link> links, List<InterfaceAddress> addresses) {}
}

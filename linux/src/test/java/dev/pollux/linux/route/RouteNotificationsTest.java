package dev.pollux.linux.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.testing.NetworkNamespace;
import io.netty.channel.IoEventLoop;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteNotificationsTest {

    private final List<RouteEvent> events = new CopyOnWriteArrayList<>();
    private NetworkNamespace namespace;
    private IoEventLoop loop;
    private RouteNotifications notifications;

    @BeforeEach
    void open() {
        namespace = NetworkNamespace.open();
        namespace.connect("left0", namespace, "right0");
        loop = EventLoops.create("test-route");
        notifications = namespace.call(() -> RouteNotifications.open(loop, events::add));
    }

    @AfterEach
    void close() {
        notifications.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        namespace.close();
    }

    @Test
    void tellsOfAddresses() throws Exception {
        InetAddress address = InetAddress.getByName("192.0.2.1");
        namespace.ip("address add 192.0.2.1/24 dev left0");
        await().untilAsserted(() -> assertThat(events).anySatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(
                        RouteEvent.AddressAdded.class,
                        added -> assertThat(added.address().address()).isEqualTo(address))));

        namespace.ip("address del 192.0.2.1/24 dev left0");
        await().untilAsserted(() -> assertThat(events).anySatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(
                        RouteEvent.AddressRemoved.class,
                        removed -> assertThat(removed.address().address()).isEqualTo(address))));
    }

    @Test
    void repeatsAddresses() {
        namespace.ip("address add 192.0.2.1/24 dev left0");
        await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(RouteEvent.AddressAdded.class));
        events.clear();

        notifications.repeatAddresses();

        await().untilAsserted(() -> assertThat(events.toString()).contains("AddressAdded", "127.0.0.1", "192.0.2.1"));
    }

    @Test
    void tellsOfLinks() {
        namespace.ip("link set left0 down");
        await().untilAsserted(() -> assertThat(events)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(RouteEvent.LinkChanged.class, changed -> {
                    assertThat(changed.link().name()).isEqualTo("left0");
                    assertThat(changed.link().flags().up()).isFalse();
                    assertThat(changed.link().usable()).isFalse();
                })));

        namespace.ip("link del left0");
        await().untilAsserted(() -> assertThat(events).anySatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(
                        RouteEvent.LinkRemoved.class,
                        removed -> assertThat(removed.link().name()).isEqualTo("right0"))));
    }
}

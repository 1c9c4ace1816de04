package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.fast;
import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.route.RouteNotifications;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.Wire.SeenAdvert;
import dev.pollux.vrrp.machine.StateName;
import io.netty.channel.IoEventLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void playsATakeoverThatTheKernelRefuses(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            IoEventLoop unused = EventLoops.create("unused");
            List<Object> heard = new CopyOnWriteArrayList<>();
            VrrpEnvironment environment = new VrrpEnvironment(
                    unused, unused, NanoClock.system(), heard::add, directory.resolve("addresses"), (LatenessListener)
                            heard::add);

            RouterCounts counts = Director.await(cable.left().call(() -> Rehearsal.begin(environment)));

            assertThat(counts.becameMaster()).isOne();
            assertThat(counts.releasedMaster()).isOne();
            assertThat(counts.gratuitousArpsSent()).as("handed to the kernel").isOne();
            assertThat(counts.advertsSent()).isPositive();
            assertThat(counts.sendErrors()).as("every advert is refused").isEqualTo(counts.advertsSent());
            assertThat(directory).isEmptyDirectory();
            assertThat(heard).as("the engine's listeners").isEmpty();
            unused.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    /** Adverts and announcements of the director come after the rehearsal's would, so they are what there is. */
    @Test
    void nothingOfItIsSeenOnAnyInterface(@TempDir Path directory) {
        try (Cable cable = new Cable(directory);
                Wire everyInterface = new Wire(cable.left())) {
            String before = cable.left().ip("address show");
            IoEventLoop watching = EventLoops.create("watching");
            List<Object> changes = new CopyOnWriteArrayList<>();
            RouteNotifications notifications = cable.left().call(() -> RouteNotifications.open(watching, changes::add));
            VrrpEnvironment environment = new VrrpEnvironment(
                    watching,
                    watching,
                    NanoClock.system(),
                    transition -> {},
                    directory.resolve("addresses"),
                    LatenessListener.NONE);

            Director.await(cable.left().call(() -> Rehearsal.begin(environment)));

            assertThat(cable.left().ip("address show")).isEqualTo(before);
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> everyInterface.arps().size() >= 5 && !changes.isEmpty());
            assertThat(everyInterface.adverts()).extracting(SeenAdvert::source).containsOnly(inet("10.9.0.1"));
            assertThat(everyInterface.arps()).containsOnly(new Wire.SeenArp(inet("10.9.0.100")));
            assertThat(changes.toString()).contains("10.9.0.100").doesNotContain("192.0.2.");
            assertThat(director.transitions())
                    .extracting(VirtualRouterTransition::to)
                    .containsExactly(StateName.BACKUP, StateName.MASTER);
            notifications.close();
            watching.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }
}

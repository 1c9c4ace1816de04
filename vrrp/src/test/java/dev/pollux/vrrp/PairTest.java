package dev.pollux.vrrp;

import static dev.pollux.vrrp.Cable.addresses;
import static dev.pollux.vrrp.Instances.fast;
import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSyncGroup;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TransitionReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two directors with a cable between them. */
class PairTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<VrrpSyncGroup> GROUP =
            List.of(new VrrpSyncGroup("G1", List.of("VI_1", "VI_2"), NotifySettings.none()));

    @Test
    void theBetterOneIsMasterAndHandsOverWhenItStops(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director better = cable.director(cable.left());
            Director other = cable.director(cable.right());
            other.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> other.state("VI_1") == StateName.MASTER);

            better.run(fast(200, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> better.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> other.state("VI_1") == StateName.BACKUP);
            await().atMost(SOON).until(() -> !addresses(cable.right(), "eth0").contains("10.9.0.100"));
            await().atMost(SOON).until(() -> other.status().masterAddress().isPresent());
            assertThat(other.status().masterAddress()).contains(inet("10.9.0.1"));

            better.stop();
            await().atMost(SOON).until(() -> other.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> addresses(cable.right(), "eth0").contains("10.9.0.100"));
            assertThat(other.status().counts().priorityZeroReceived()).isEqualTo(1);
        }
    }

    @Test
    void aSyncGroupMovesBothSidesWhenOneFails(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().connect("eth1", cable.right(), "eth1");
            cable.left().ip("address add 10.7.0.1/24 dev eth1");
            cable.right().ip("address add 10.7.0.2/24 dev eth1");
            Director better = cable.director(cable.left());
            Director other = cable.director(cable.right());
            better.run(GROUP, both(200));
            other.run(GROUP, both(100));
            await().atMost(SOON).until(() -> isAll(better, StateName.MASTER) && isAll(other, StateName.BACKUP));

            // A cable that goes down is down at both ends; an address that goes is one director's fault.
            cable.left().ip("address delete 10.7.0.1/24 dev eth1");
            await().atMost(SOON).until(() -> isAll(better, StateName.FAULT));
            await().atMost(SOON).until(() -> isAll(other, StateName.MASTER));
            assertThat(addressesOf(cable.left())).doesNotContain("10.9.0.100", "10.7.0.100");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(addressesOf(cable.right())).contains("10.9.0.100", "10.7.0.100"));

            cable.left().ip("address add 10.7.0.1/24 dev eth1");
            await().atMost(SOON).until(() -> isAll(better, StateName.MASTER) && isAll(other, StateName.BACKUP));
            assertThat(better.proxy().syncGroups()).containsEntry("G1", StateName.MASTER);
            assertThat(better.groupTransitions())
                    .extracting(SyncGroupTransition::to)
                    .containsExactly(
                            StateName.BACKUP, StateName.MASTER, StateName.FAULT, StateName.BACKUP, StateName.MASTER);
        }
    }

    @Test
    void peersAreSpokenToAlone(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director better = cable.director(cable.left());
            Director other = cable.director(cable.right());
            better.run(withPeer(fast(200, "10.9.0.100/24"), "10.9.0.2"));
            other.run(withPeer(fast(100, "10.9.0.100/24"), "10.9.0.1"));

            await().atMost(SOON).until(() -> better.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> other.status().counts().advertsReceived() > 5);
            assertThat(other.state("VI_1")).isEqualTo(StateName.BACKUP);
            assertThat(other.status().counts().dropped()).isEmpty();

            better.stop();
            await().atMost(SOON).until(() -> other.state("VI_1") == StateName.MASTER);
        }
    }

    private static VrrpInstance withPeer(VrrpInstance instance, String peer) {
        return new VrrpInstance(
                instance.name(),
                instance.key(),
                instance.version(),
                instance.initialState(),
                instance.priority(),
                instance.advert(),
                new UnicastSettings(List.of(new UnicastSettings.Peer(inet(peer), 0, 255)), 255, Set.of()),
                instance.authentication(),
                instance.preempt(),
                instance.addresses(),
                instance.gratuitousArp(),
                instance.tracking(),
                NotifySettings.none());
    }

    /** A tracked interface's weight decides which of two routers is master. */
    @Test
    void aTrackedInterfaceMovesTheMaster(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().connect("eth1", cable.right(), "eth1");
            TrackSettings tracking =
                    new TrackSettings(true, List.of(new TrackedInterface("eth1", 100, false)), List.of());
            VrrpInstance plain = fast(100, "10.9.0.100/24");
            VrrpInstance tracked = new VrrpInstance(
                    plain.name(),
                    plain.key(),
                    plain.version(),
                    plain.initialState(),
                    plain.priority(),
                    plain.advert(),
                    plain.unicast(),
                    plain.authentication(),
                    plain.preempt(),
                    plain.addresses(),
                    plain.gratuitousArp(),
                    tracking,
                    NotifySettings.none());
            Director better = cable.director(cable.left());
            Director other = cable.director(cable.right());
            better.run(tracked);
            other.run(fast(150, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> better.state("VI_1") == StateName.MASTER);
            assertThat(better.status().effectivePriority()).isEqualTo(200);

            cable.left().ip("link set eth1 down");

            await().atMost(SOON).until(() -> other.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> better.state("VI_1") == StateName.BACKUP);
            assertThat(better.status().effectivePriority()).isEqualTo(100);
        }
    }

    /** Single hosts, or the kernel would take a virtual address away with the interface's own one of its subnet. */
    private static VrrpInstance[] both(int priority) {
        return new VrrpInstance[] {
            fast("VI_1", "eth0", priority, "10.9.0.100"), fast("VI_2", "eth1", priority, "10.7.0.100")
        };
    }

    private static boolean isAll(Director director, StateName state) {
        return director.state("VI_1") == state && director.state("VI_2") == state;
    }

    private static String addressesOf(NetworkNamespace namespace) {
        return addresses(namespace, "eth0") + addresses(namespace, "eth1");
    }

    /** A pause of the whole program is no reason to take over: what came in meanwhile is heard before a timer counts. */
    @Test
    void aBackupThatWasStoppedForManyDownIntervalsStaysBackup(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director master = cable.director(cable.left());
            Director backup = cable.director(cable.right());
            master.run(fast(200, "10.9.0.100/24"));
            backup.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> master.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> backup.status().counts().advertsReceived() > 2);

            long heard = backup.status().counts().advertsReceived();
            int onTheWire = cable.wire().adverts().size();
            CountDownLatch paused = new CountDownLatch(1);
            backup.vrrpLoop().execute(() -> waitFor(paused));
            await().atMost(SOON).until(() -> cable.wire().adverts().size() > onTheWire + 20);
            paused.countDown();

            await().atMost(SOON).until(() -> backup.status().counts().advertsReceived() > heard + 20);
            assertThat(backup.transitions())
                    .extracting(transition -> transition.reason().kind())
                    .containsExactly(TransitionReason.Kind.STARTED);
        }
    }

    /** The rtnl lock is somebody else's for seconds: adverts go on. */
    @Test
    void aStalledRtnlLoopSilencesNobody(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director master = cable.director(cable.left());
            Director backup = cable.director(cable.right());
            master.run(fast(200, "10.9.0.100/24"));
            backup.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> master.state("VI_1") == StateName.MASTER);

            CountDownLatch stalled = new CountDownLatch(1);
            master.rtnlLoop().execute(() -> waitFor(stalled));
            cable.left().ip("address delete 10.9.0.100/24 dev eth0");
            int onTheWire = cable.wire().adverts().size();
            await().atMost(SOON).until(() -> cable.wire().adverts().size() > onTheWire + 20);
            assertThat(master.state("VI_1")).isEqualTo(StateName.MASTER);
            stalled.countDown();

            assertThat(backup.transitions())
                    .extracting(transition -> transition.reason().kind())
                    .containsExactly(TransitionReason.Kind.STARTED);
        }
    }

    /** RFC 9568 8.1.2: neighbours who believed it would get no answer. */
    @Test
    void announcesNothingThatTheKernelDoesNotHaveYet(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director better = cable.director(cable.left());
            Director other = cable.director(cable.right());
            better.run(fast(200, "10.9.0.100/24"));
            other.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> !cable.wire().arps().isEmpty());

            CountDownLatch stalled = new CountDownLatch(1);
            other.rtnlLoop().execute(() -> waitFor(stalled));
            better.stop();
            await().atMost(SOON).until(() -> other.status().counts().advertsSent() > 5);
            int announcements = cable.wire().arps().size();
            await().atMost(SOON).until(() -> other.status().counts().advertsSent() > 10);
            assertThat(other.state("VI_1")).isEqualTo(StateName.MASTER);
            assertThat(cable.wire().arps()).hasSize(announcements);

            stalled.countDown();
            await().atMost(SOON).until(() -> cable.wire().arps().size() > announcements);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

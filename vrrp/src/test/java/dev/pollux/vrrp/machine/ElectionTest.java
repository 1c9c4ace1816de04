package dev.pollux.vrrp.machine;

import static dev.pollux.vrrp.machine.Routers.MILLISECOND;
import static dev.pollux.vrrp.machine.Routers.SECOND;
import static dev.pollux.vrrp.machine.Routers.address;
import static dev.pollux.vrrp.machine.Routers.at;
import static dev.pollux.vrrp.machine.Routers.nopreempt;
import static dev.pollux.vrrp.machine.Routers.version2;
import static dev.pollux.vrrp.machine.Routers.version3;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several routers on one simulated network, through failures. */
class ElectionTest {

    private static final String LAN = "lan";

    private static SimulatedRouter[] three(SimulatedNetwork network, RouterParameters... parameters) {
        SimulatedRouter[] routers = new SimulatedRouter[parameters.length];
        for (int i = 0; i < routers.length; i++) {
            routers[i] = network.router("r" + i, LAN, at(parameters[i], address("192.0.2." + (10 + i))));
        }
        return routers;
    }

    private static void assertMaster(SimulatedRouter master, SimulatedRouter... all) {
        for (SimulatedRouter router : all) {
            assertThat(router.state().name())
                    .as("%s", router)
                    .isEqualTo(router == master ? StateName.MASTER : StateName.BACKUP);
        }
    }

    @Test
    void theHighestPriorityWinsAndIsReplacedAndPreempts() {
        SimulatedNetwork network = new SimulatedNetwork(1);
        SimulatedRouter[] r = three(network, version2(200), version2(150), version2(100));
        network.startAll();
        network.run(4 * SECOND);
        assertMaster(r[0], r);

        r[0].crash();
        network.run(4 * SECOND);
        assertMaster(r[1], r[1], r[2]);

        r[0].tell(Routers.started(network.now()));
        network.run(4 * SECOND);
        assertMaster(r[0], r);
        assertThat(r[2].timesMaster()).isZero();
    }

    @Test
    void aGracefulStopHandsOverWithinTheSkew() {
        SimulatedNetwork network = new SimulatedNetwork(2);
        SimulatedRouter[] r = three(network, version2(200), version2(150));
        network.startAll();
        network.run(4 * SECOND);

        r[0].tell(new RouterEvent.Stopped(network.now()));
        network.run((256 - 150) * SECOND / 256 + MILLISECOND);

        assertMaster(r[1], r[1]);
    }

    @Test
    void equalPrioritiesAreDecidedByTheHigherAddress() {
        SimulatedNetwork network = new SimulatedNetwork(3);
        SimulatedRouter[] r = three(network, version2(100), version2(100));
        network.startAll();
        network.run(5 * SECOND);

        assertMaster(r[1], r);
    }

    @Test
    void nopreemptLeavesTheMasterInPlace() {
        SimulatedNetwork network = new SimulatedNetwork(4);
        SimulatedRouter[] r = three(network, nopreempt(version2(200)), version2(100));
        r[1].tell(Routers.started(network.now()));
        network.run(4 * SECOND);
        r[0].tell(Routers.started(network.now()));
        network.run(10 * SECOND);

        assertMaster(r[1], r);
    }

    @Test
    void twoLostAdvertsInARowChangeNothing() {
        SimulatedNetwork network = new SimulatedNetwork(5);
        SimulatedRouter[] r = three(network, version2(200), version2(100));
        network.startAll();
        network.run(4 * SECOND);
        for (int i = 0; i < 10; i++) {
            network.lose(1);
            network.run(2 * SECOND);
            network.lose(0);
            network.run(1010 * MILLISECOND);
            assertMaster(r[0], r);
        }
        assertThat(r[1].timesMaster()).isZero();
    }

    /** Both instances of a NAT director move together when one side of it fails. */
    @Test
    void aSyncGroupMovesBothSides() {
        SimulatedNetwork network = new SimulatedNetwork(6);
        SimulatedRouter[] a = pair(network, "a", 150, "192.0.2.1");
        SimulatedRouter[] b = pair(network, "b", 100, "192.0.2.2");
        network.startAll();
        network.run(5 * SECOND);
        assertThat(List.of(a[0].state().name(), a[1].state().name())).containsOnly(StateName.MASTER);
        assertThat(List.of(b[0].state().name(), b[1].state().name())).containsOnly(StateName.BACKUP);

        a[1].unplug();
        network.run(5 * SECOND);
        assertThat(List.of(a[0].state().name(), a[1].state().name())).containsOnly(StateName.FAULT);
        assertThat(List.of(b[0].state().name(), b[1].state().name())).containsOnly(StateName.MASTER);

        a[1].plug();
        network.run(5 * SECOND);
        assertThat(List.of(a[0].state().name(), a[1].state().name())).containsOnly(StateName.MASTER);
        assertThat(List.of(b[0].state().name(), b[1].state().name())).containsOnly(StateName.BACKUP);
    }

    private static SimulatedRouter[] pair(SimulatedNetwork network, String host, int priority, String source) {
        RouterParameters parameters = at(version2(priority), address(source));
        SimulatedRouter outside = network.router(host + "/outside", "outside", parameters);
        SimulatedRouter inside = network.router(host + "/inside", "inside", parameters);
        network.group("G-" + host, outside, inside);
        return new SimulatedRouter[] {outside, inside};
    }

    /** On a healthy link two masters see each other at the next advert; so no pair lasts a down interval. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverTwoMastersForLongerThanADownInterval(long seed) {
        SimulatedNetwork network = new SimulatedNetwork(seed);
        RouterParameters fast = version3(100, 100 * MILLISECOND);
        SimulatedRouter[] r =
                three(network, version3(200, 100 * MILLISECOND), fast, nopreempt(version3(150, 100 * MILLISECOND)));
        Overlap overlap = new Overlap(network, LAN, fast.masterDown(fast.interval()));
        network.watch(overlap::look);
        network.startAll();

        for (int round = 0; round < 200; round++) {
            disturb(network, r);
            network.run(network.random().nextLong(SECOND));
        }

        assertThat(r[0].timesMaster() + r[1].timesMaster() + r[2].timesMaster()).isGreaterThan(10);
    }

    /** With a lossy link masters may overlap for longer, but once it heals there is one. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void oneMasterRemainsAfterLoss(long seed) {
        SimulatedNetwork network = new SimulatedNetwork(seed);
        SimulatedRouter[] r = three(network, version2(200), version2(150), version2(100));
        network.startAll();
        for (int round = 0; round < 20; round++) {
            network.lose(network.random().nextDouble());
            for (int i = 0; i < 5; i++) {
                disturb(network, r);
                network.run(network.random().nextLong(5 * SECOND));
            }
            network.lose(0);
            heal(r);
            network.run(10 * SECOND);
            assertMaster(r[0], r);
        }
    }

    private static void disturb(SimulatedNetwork network, SimulatedRouter... routers) {
        Random random = network.random();
        SimulatedRouter router = routers[random.nextInt(routers.length)];
        switch (random.nextInt(5)) {
            case 0 -> router.crash();
            case 1 -> router.tell(new RouterEvent.Stopped(network.now()));
            case 2 -> router.unplug();
            case 3 -> router.tell(new RouterEvent.AddressLost(network.now(), Routers.OURS));
            default -> heal(router);
        }
    }

    private static void heal(SimulatedRouter... routers) {
        for (SimulatedRouter router : routers) {
            router.plug();
            router.start();
        }
    }
}

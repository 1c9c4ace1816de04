package dev.pollux.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, a router with its routine is where the machine alone would have brought it. */
class RoutineTest {

    private static final long INTERVAL = 10_000_000;
    private static final InetAddress OWN = InetAddress.getLoopbackAddress();
    private static final RouterParameters OURS = Routers.at(Routers.version3(150, INTERVAL), OWN);

    private final Routine routine = new Routine();
    private RouterState machine = new RouterState.Init();
    private RouterEvent.AdvertReceived last = advert(0, 200);
    private int shortcuts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isWhereTheMachineIs(long seed) {
        Random random = new Random(seed);
        RouterParameters parameters = OURS;
        long now = 1_000_000_000;
        List<Integer> sent = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        step(Routers.started(now), parameters, sent, expected);
        for (int i = 0; i < 5_000; i++) {
            now += random.nextInt((int) INTERVAL);
            switch (random.nextInt(20)) {
                case 0 -> step(advert(now, 100 + random.nextInt(3) * 50), parameters, sent, expected);
                case 1 -> {
                    RouterParameters previous = parameters;
                    parameters = List.of(OURS, delayed(), impatient()).get(random.nextInt(3));
                    step(new RouterEvent.ParametersChanged(now, previous), parameters, sent, expected);
                }
                case 2 -> now += random.nextInt(20) * INTERVAL;
                case 3 -> step(advert(now, 0), parameters, sent, expected);
                case 4, 5, 6, 7, 8, 9, 10 -> again(now, parameters, sent, expected);
                default -> expire(now, parameters, sent, expected);
            }
            assertThat(routine.deadline()).isEqualTo(machine.deadline());
            assertThat(routine.name()).isEqualTo(machine.name());
            if (random.nextInt(3) == 0) {
                assertThat(routine.state()).isEqualTo(machine);
            }
        }
        assertThat(sent).isEqualTo(expected);
        assertThat(shortcuts).isGreaterThan(100);
    }

    @Test
    void whatADelayDependsOnIsNoRoutine() {
        routine.moved(started(), VirtualRouterMachine.step(machine, started(), delayed()));
        RouterEvent lower = advert(5, 100);
        routine.moved(lower, VirtualRouterMachine.step(routine.state(), lower, delayed()));
        assertThat(routine.hearsAgain(10)).isFalse();
    }

    private static RouterEvent started() {
        return Routers.started(0);
    }

    /** A master that gives way when it was silent for little more than an interval. */
    private static RouterParameters impatient() {
        return Routers.expiredBackup(Routers.downTimerAdverts(Routers.nopreempt(OURS), 1), 200);
    }

    private static RouterParameters delayed() {
        return Routers.preemptDelay(OURS, 7 * INTERVAL);
    }

    private void step(RouterEvent event, RouterParameters parameters, List<Integer> sent, List<Integer> expected) {
        Transition ours = VirtualRouterMachine.step(routine.state(), event, parameters);
        routine.moved(event, ours);
        collect(ours, sent);
        reference(event, parameters, expected);
        if (event instanceof RouterEvent.AdvertReceived advert) {
            last = advert;
        }
    }

    private void reference(RouterEvent event, RouterParameters parameters, List<Integer> expected) {
        Transition transition = VirtualRouterMachine.step(machine, event, parameters);
        machine = transition.state();
        collect(transition, expected);
    }

    /** The advert of before once more; the routine knows it. */
    private void again(long now, RouterParameters parameters, List<Integer> sent, List<Integer> expected) {
        RouterEvent.AdvertReceived repeated = advert(now, last.priority());
        if (routine.hearsAgain(now)) {
            shortcuts++;
            reference(repeated, parameters, expected);
        } else {
            step(repeated, parameters, sent, expected);
        }
    }

    private void expire(long now, RouterParameters parameters, List<Integer> sent, List<Integer> expected) {
        RouterEvent.TimerExpired event = new RouterEvent.TimerExpired(now);
        if (routine.advertises(now, parameters)) {
            shortcuts++;
            sent.add(parameters.priority());
            reference(event, parameters, expected);
        } else {
            step(event, parameters, sent, expected);
        }
    }

    private static void collect(Transition transition, List<Integer> adverts) {
        for (RouterAction action : transition.actions()) {
            if (action instanceof RouterAction.SendAdvert send) {
                adverts.add(send.priority());
            }
        }
    }

    private static RouterEvent.AdvertReceived advert(long now, int priority) {
        return new RouterEvent.AdvertReceived(now, now, priority, OWN, INTERVAL);
    }
}

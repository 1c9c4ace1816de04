package dev.pollux.vrrp.machine;

import static dev.pollux.vrrp.machine.Routers.MILLISECOND;
import static dev.pollux.vrrp.machine.Routers.SECOND;
import static dev.pollux.vrrp.machine.Routers.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random failures of two and three routers on links that lose, delay, reorder and duplicate adverts. What must always hold is
 * checked after every single event: by {@link SimulatedRouter} that MASTER means addresses, that FAULT sends nothing and that
 * no advert is sent twice; by {@link Overlap} that a healthy link has no two masters for longer than a master-down interval;
 * here that the members of a sync group are masters together, and that every quiet period ends with one master, the right one.
 */
class RandomElectionTest {

    private static final int SEEDS = 6;
    private static final int ROUNDS = 8;
    private static final int DISTURBANCES = 15;
    private static final long PREEMPT_DELAY = 2 * SECOND;

    /** Which masters are left in place. */
    enum Manner {
        PREEMPT,
        NOPREEMPT,
        PREEMPT_DELAY
    }

    /**
     * Who plays.
     *
     * @param milliseconds advert interval of each host
     * @param priorities of each host
     */
    record Cast(int version, Manner manner, boolean grouped, List<Integer> milliseconds, List<Integer> priorities) {

        static Cast of(int version, Manner manner, boolean grouped, List<Integer> milliseconds, Integer... priorities) {
            return new Cast(version, manner, grouped, milliseconds, List.of(priorities));
        }

        @Override
        public String toString() {
            return "version " + version + (grouped ? ", sync groups, " : ", ") + manner + ", intervals " + milliseconds
                    + " ms, " + priorities.size() + " hosts";
        }

        long interval(int host) {
            return milliseconds.get(host % milliseconds.size()) * MILLISECOND;
        }

        List<String> links() {
            return grouped ? List.of("outside", "inside") : List.of("lan");
        }
    }

    static Stream<Arguments> invariantsHold() {
        List<Integer> second = List.of(1000);
        List<Integer> tenth = List.of(100);
        List<Integer> hundredth = List.of(10);
        return Stream.of(
                        Cast.of(2, Manner.PREEMPT, false, second, 150, 100),
                        Cast.of(2, Manner.NOPREEMPT, false, second, 150, 120, 100),
                        Cast.of(2, Manner.PREEMPT_DELAY, false, second, 150, 120, 100),
                        Cast.of(2, Manner.PREEMPT, true, second, 150, 100),
                        Cast.of(3, Manner.PREEMPT, false, hundredth, 150, 100),
                        Cast.of(3, Manner.PREEMPT, false, tenth, 100, 100, 100),
                        Cast.of(3, Manner.PREEMPT, false, tenth, 255, 120, 100),
                        Cast.of(3, Manner.NOPREEMPT, false, hundredth, 150, 120),
                        Cast.of(3, Manner.PREEMPT_DELAY, false, hundredth, 150, 120, 100),
                        Cast.of(3, Manner.PREEMPT, false, List.of(10, 100, 1000), 150, 120, 100),
                        Cast.of(3, Manner.PREEMPT, false, List.of(1000, 50), 150, 120),
                        Cast.of(3, Manner.PREEMPT, true, hundredth, 150, 120, 100),
                        Cast.of(3, Manner.NOPREEMPT, true, tenth, 150, 120))
                .flatMap(cast -> LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> arguments(cast, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource
    void invariantsHold(Cast cast, long seed) {
        Stage stage = new Stage(cast, new SimulatedNetwork(seed));
        stage.network.startAll();
        for (int round = 0; round < ROUNDS; round++) {
            stage.disturb(stage.badWeather());
            stage.disturb(stage.fairWeather());
            stage.calm();
        }
        assertThat(stage.timesMaster()).as("%s: not for lack of masters", cast).isGreaterThan(ROUNDS);
    }

    /** The hosts of a cast on their links. */
    private static final class Stage {
        private final Cast cast;
        private final SimulatedNetwork network;
        private final Random random;
        private final List<SimulatedHost> hosts = new ArrayList<>();
        private long longestInterval;
        private long longestDown;

        Stage(Cast cast, SimulatedNetwork network) {
            this.cast = cast;
            this.network = network;
            this.random = network.random();
            for (int host = 0; host < cast.priorities().size(); host++) {
                hosts.add(host(host));
                longestInterval = Math.max(longestInterval, cast.interval(host));
            }
            longestDown = Routers.priority(parameters(0), 1).masterDown(longestInterval);
            cast.links().forEach(link -> network.watch(new Overlap(network, link, longestDown)::look));
            hosts.forEach(host -> network.watch(() -> assertTogether(host)));
        }

        private SimulatedHost host(int number) {
            List<SimulatedRouter> routers = new ArrayList<>();
            for (String link : cast.links()) {
                routers.add(network.router("h" + number + "/" + link, link, parameters(number)));
            }
            if (cast.grouped()) {
                network.group("G" + number, routers.toArray(SimulatedRouter[]::new));
            }
            return new SimulatedHost(network, routers);
        }

        private RouterParameters parameters(int host) {
            boolean preempt =
                    cast.manner() != Manner.NOPREEMPT || cast.priorities().get(host) == 255;
            boolean delayed = cast.manner() == Manner.PREEMPT_DELAY && host == 0;
            return new RouterParameters(
                    cast.version(),
                    cast.priorities().get(host),
                    cast.interval(host),
                    3,
                    preempt,
                    delayed ? PREEMPT_DELAY : 0,
                    random.nextInt(4) == 0,
                    random.nextInt(4) == 0,
                    cast.grouped(),
                    0,
                    address("192.0.2." + (10 + host)));
        }

        Weather badWeather() {
            double loss = 0.05 + random.nextDouble() * 0.9;
            return new Weather(loss, random.nextDouble() * 0.3, 1 + random.nextLong(2 * longestInterval));
        }

        /** Nothing is lost; copies and a little disorder are no illness. */
        Weather fairWeather() {
            return new Weather(0, random.nextDouble() * 0.3, 1 + random.nextLong(5 * MILLISECOND));
        }

        void disturb(Weather weather) {
            network.become(weather);
            for (int i = 0; i < DISTURBANCES; i++) {
                disturb(hosts.get(random.nextInt(hosts.size())));
                network.run(1 + random.nextLong(random.nextBoolean() ? longestInterval : 2 * longestDown));
            }
        }

        private void disturb(SimulatedHost host) {
            SimulatedRouter router =
                    host.routers().get(random.nextInt(host.routers().size()));
            if (host.paused()) {
                host.resume();
                return;
            }
            switch (random.nextInt(9)) {
                case 0 -> host.stop();
                case 1 -> host.crash();
                case 2 -> host.pause();
                case 3 -> router.unplug();
                case 4 -> router.fault();
                case 5 -> router.tell(new RouterEvent.AddressLost(network.now(), Routers.OURS));
                case 6 -> router.tell(new RouterEvent.RoutingLost(network.now(), "route 10.0.0.0/8"));
                case 7 -> track(host);
                default -> host.heal();
            }
        }

        /** A tracker changes the priority, which an owner does not let it. */
        private void track(SimulatedHost host) {
            int weights = random.nextInt(200) - 100;
            host.each(router -> router.become(Routers.priority(
                    router.parameters(), EffectivePriority.of(cast.priorities().get(hosts.indexOf(host)), weights))));
        }

        /** Everything is mended and nothing happens for long enough. */
        void calm() {
            network.become(Weather.CLEAR);
            hosts.forEach(SimulatedHost::heal);
            network.run(3 * longestDown + (cast.manner() == Manner.PREEMPT_DELAY ? PREEMPT_DELAY : 0));
            for (String link : cast.links()) {
                assertThat(network.mastersOn(link))
                        .as("%s: masters of %s", network, link)
                        .isEqualTo(1);
                if (cast.manner() != Manner.NOPREEMPT) {
                    assertTheBestIsMaster(network.routersOn(link));
                }
            }
        }

        private void assertTheBestIsMaster(List<SimulatedRouter> routers) {
            int best = routers.stream()
                    .mapToInt(router -> router.parameters().priority())
                    .max()
                    .orElseThrow();
            assertThat(routers)
                    .as("%s: the best is master", network)
                    .filteredOn(router -> router.state() instanceof RouterState.Master)
                    .allMatch(router -> router.parameters().priority() == best);
        }

        private void assertTogether(SimulatedHost host) {
            if (cast.grouped()) {
                assertThat(host.routers().stream()
                                .map(router -> router.state() instanceof RouterState.Master)
                                .distinct())
                        .as("%s: members of a sync group together", network)
                        .hasSize(1);
            }
        }

        int timesMaster() {
            return hosts.stream()
                    .flatMap(host -> host.routers().stream())
                    .mapToInt(SimulatedRouter::timesMaster)
                    .sum();
        }
    }
}

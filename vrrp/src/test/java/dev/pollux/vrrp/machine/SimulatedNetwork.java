package dev.pollux.vrrp.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** Simulated routers on links that lose and delay adverts, on a virtual clock. The same seed gives the same run. */
final class SimulatedNetwork {

    private final long seed;
    private final Random random;
    private final PriorityQueue<Happening> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Happening::at).thenComparingLong(Happening::order));
    private final Map<String, List<SimulatedRouter>> links = new LinkedHashMap<>();
    private final List<SimulatedRouter> routers = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private long now = Routers.SECOND;
    private long order;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private Weather weather = Weather.CLEAR;
    private long weatherSince;

    private record Happening(long at, long order, Runnable what) {}

    SimulatedNetwork(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    long now() {
        return now;
    }

    Random random() {
        return random;
    }

    /** Fraction of adverts that are lost from now on, for each receiver by itself. */
    void lose(double fraction) {
        become(weather.withLoss(fraction));
    }

    void become(Weather next) {
        weather = next;
        weatherSince = now;
    }

    boolean healthy() {
        return weather.healthy();
    }

    /** Since when the links are as they are. */
    long weatherSince() {
        return weatherSince;
    }

    /** What a step causes waits until the step is complete, as in the director. */
    void dispatch(Runnable step) {
        steps.add(step);
        if (steps.size() == 1) {
            while (!steps.isEmpty()) {
                steps.element().run();
                steps.remove();
            }
        }
    }

    SimulatedRouter router(String name, String link, RouterParameters parameters) {
        SimulatedRouter router = new SimulatedRouter(this, name, link, parameters);
        links.computeIfAbsent(link, l -> new ArrayList<>()).add(router);
        routers.add(router);
        return router;
    }

    /** Is run after every happening. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void at(long when, Runnable what) {
        agenda.add(new Happening(Math.max(when, now), order++, what));
    }

    void after(long delay, Runnable what) {
        at(now + delay, what);
    }

    void run(long duration) {
        long end = now + duration;
        while (!agenda.isEmpty() && agenda.element().at() <= end) {
            Happening next = agenda.remove();
            now = next.at();
            next.what().run();
            watchers.forEach(Runnable::run);
        }
        now = end;
    }

    void transmit(SimulatedRouter sender, int priority, long interval) {
        if (!sender.connected()) {
            return;
        }
        for (SimulatedRouter receiver : links.getOrDefault(sender.link(), List.of())) {
            if (receiver != sender && random.nextDouble() >= weather.loss()) {
                int copies = random.nextDouble() < weather.duplicated() ? 2 : 1;
                for (int copy = 0; copy < copies; copy++) {
                    long delay = 1 + random.nextLong(weather.longestDelay());
                    after(delay, () -> receiver.receive(sender, priority, interval));
                }
            }
        }
    }

    List<SimulatedRouter> routersOn(String link) {
        return links.getOrDefault(link, List.of());
    }

    /** Those that run: a paused process can do nothing about being master. */
    long mastersOn(String link) {
        return routersOn(link).stream()
                .filter(router -> !router.paused() && router.state().name() == StateName.MASTER)
                .count();
    }

    /** Group of routers in one machine that move together. */
    void group(String name, SimulatedRouter... members) {
        for (SimulatedRouter member : members) {
            member.joinGroup(name, List.of(members));
        }
    }

    void startAll() {
        routers.forEach(SimulatedRouter::start);
    }

    /** For the message of a test that fails: enough to run it again. */
    @Override
    public String toString() {
        return "seed " + seed + " at " + now + " " + routers;
    }
}

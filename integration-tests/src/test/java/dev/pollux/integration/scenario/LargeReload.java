package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.LargeFile;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.machine.RunQueueDelay;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A master of a hundred adverts a second with 50,000 real servers, whose file changes again and again. */
public final class LargeReload {

    private static final VirtualRouter ROUTER = new VirtualRouter(
            "VI_51", DirectorPair.EXTERNAL, 51, 255, 3, "0.01", List.of(Duel.VIP + "/24"), List.of("state MASTER"));
    private static final String FILE = VirtualRouter.configuration(ROUTER) + LargeFile.of(50_000, 100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DirectorPair pair;
    private final DirectorProcess director;
    private int reloads;

    private LargeReload(DirectorPair pair, DirectorProcess director) {
        this.pair = pair;
        this.director = director;
    }

    /** Starts the director and waits until it is master and has looked at its file. */
    public static LargeReload start(DirectorPair pair) {
        return start(pair, FILE);
    }

    /** As {@link #start(DirectorPair)}, with no real server before the first reload. */
    public static LargeReload startSmall(DirectorPair pair) {
        return start(pair, VirtualRouter.configuration(ROUTER));
    }

    private static LargeReload start(DirectorPair pair, String file) {
        DirectorProcess director = pair.start(Program.underTest(), pair.a(), file);
        director.awaitLog("Startup complete", PATIENCE);
        new Sightings(pair).awaitHolder(pair.a(), pair.b(), Duel.VIP);
        new Sightings(pair).advert(pair.a(), pair.timeline().remark("master"));
        return new LargeReload(pair, director);
    }

    /**
     * One reload in which one real server in a hundred changes its weight.
     *
     * @param silence the longest between two adverts during the reload and a second after it
     * @param queueing the longest that a thread of the director or an observer was ready meanwhile without a CPU, in sum
     */
    public record Measured(Duration silence, Duration queueing) {}

    /** Reloads once. */
    public Measured reload() {
        pair.disturbances().begin();
        List<Long> pids = director.pids();
        RunQueueDelay before = RunQueueDelay.now(pids);
        reloads++;
        long since = pair.timeline().remark("reload " + reloads);
        director.reload(FILE.replace("1 80 {\n    weight 1\n", "1 80 {\n    weight " + (1 + reloads) + "\n"));
        director.awaitLog("Reload finished", reloads, PATIENCE);
        new Sightings(pair).staysTrue("a has the address", Duration.ofSeconds(1), now -> now.has(now.a(), Duel.VIP));
        pair.drain();
        Measured measured = new Measured(silence(since), RunQueueDelay.now(pids).worstSince(before));
        System.out.printf(
                Locale.ROOT,
                "    reload %d: longest silence %.2f ms, longest wait for a CPU %.2f ms%n",
                reloads,
                measured.silence().toNanos() / 1e6,
                measured.queueing().toNanos() / 1e6);
        return measured;
    }

    public String log() {
        return director.log();
    }

    /** The director has not left its state. */
    public void assertUndisturbed() {
        assertThat(director.log().lines().filter(line -> line.contains("Entering MASTER STATE")))
                .hasSize(1);
        assertThat(director.log()).doesNotContain("Entering BACKUP STATE", "Reload refused");
    }

    private Duration silence(long since) {
        List<Advert> adverts = new Sightings(pair).adverts(pair.a(), since);
        assertThat(adverts).as("adverts in more than a second").hasSizeGreaterThan(80);
        long longest = 0;
        for (int i = 1; i < adverts.size(); i++) {
            longest = Math.max(
                    longest, adverts.get(i).nanos() - adverts.get(i - 1).nanos());
        }
        return Duration.ofNanos(longest);
    }
}

package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import dev.pollux.linux.process.Capability;
import dev.pollux.linux.process.ProcessStatus;
import dev.pollux.linux.process.ThreadScheduling;
import dev.pollux.vrrp.machine.StateName;
import io.netty.channel.IoEventLoop;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Adverts sent and heard leave nothing for the collector. What a loop does besides does: it shows its counters once a second,
 * and writes a line for each advert that a busy machine made late. So the quieter quarter of many stretches counts.
 */
class SteadyStateAllocationTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int STRETCHES = 40;
    private static final int STRETCH_MILLIS = 100;
    private static final int ADVERTS = 8;
    private static final int SMALLEST_OBJECT = 16;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Who hears a sealed advert has to take it apart, as it is never the same as the one before: {@code heard} bytes at most. */
    @ParameterizedTest
    @CsvSource({"'',0", "auth_hmac,3000"})
    void masterAndBackupAllocateNothingForAnAdvert(String seal, long heard, @TempDir Path directory) {
        String more = seal.isEmpty() ? "" : "auth_hmac {\n key 200 " + "k".repeat(40) + "\n active_key 200\n }";
        try (Cable cable = new Cable(directory)) {
            Director master = start(cable.director(cable.left()), 200, more);
            await().atMost(SOON).until(() -> master.state("VI_1") == StateName.MASTER);
            Director backup = start(cable.director(cable.right()), 100, more);
            await().atMost(SOON).until(() -> backup.status().counts().advertsReceived() > 100);

            long sent = master.status().counts().advertsSent();
            long received = backup.status().counts().advertsReceived();
            CompletableFuture<Long> ofMaster = quiet(master.vrrpLoop());
            CompletableFuture<Long> ofBackup = quiet(backup.vrrpLoop());
            assertThat(ofMaster.orTimeout(60, TimeUnit.SECONDS).join()).isLessThan(ADVERTS * SMALLEST_OBJECT);
            assertThat(ofBackup.orTimeout(60, TimeUnit.SECONDS).join())
                    .isLessThan(ADVERTS * Math.max(SMALLEST_OBJECT, heard));
            await().atMost(SOON).until(() -> master.status().counts().advertsSent() > sent + STRETCHES);
            await().atMost(SOON).until(() -> backup.status().counts().advertsReceived() > received + STRETCHES);
        }
    }

    /** Runs an instance with adverts every 10 ms, on a loop that is not late on a busy machine where that can be had. */
    private static Director start(Director director, int priority, String more) {
        director.run("""
                vrrp_instance VI_1 {
                    interface eth0
                    version 3
                    advert_int 0.01
                    virtual_router_id 51
                    priority %d
                    %s
                    virtual_ipaddress {
                        10.9.0.100/24
                    }
                }
                """.formatted(priority, more));
        // Not before it runs: the thread of a loop is in the network namespace of whoever gives it its first task.
        if (ProcessStatus.read().has(Capability.SYS_NICE)) {
            director.vrrpLoop().execute(() -> ThreadScheduling.realTime(ThreadScheduling.CALLER, 1));
        }
        return director;
    }

    /** What the loop's thread has allocated from one look to the next, in bytes, in the quieter quarter of all stretches. */
    private CompletableFuture<Long> quiet(IoEventLoop loop) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        List<Long> looks = new ArrayList<>();
        var unused = loop.scheduleAtFixedRate(
                () -> {
                    looks.add(threads.getCurrentThreadAllocatedBytes());
                    if (looks.size() > STRETCHES) {
                        done.complete(quietStep(looks));
                        throw new IllegalStateException("enough");
                    }
                },
                0,
                STRETCH_MILLIS,
                TimeUnit.MILLISECONDS);
        return done;
    }

    private static long quietStep(List<Long> looks) {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < looks.size(); i++) {
            steps.add(looks.get(i) - looks.get(i - 1));
        }
        Collections.sort(steps);
        return steps.get(STRETCHES / 4);
    }
}

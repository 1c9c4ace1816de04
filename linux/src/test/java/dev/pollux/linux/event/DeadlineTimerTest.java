package dev.pollux.linux.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.testing.VirtualLoop;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTimerTest {

    private final VirtualLoop virtual = new VirtualLoop();
    private final List<Long> expiries = new ArrayList<>();
    private final List<Long> lateness = new ArrayList<>();
    private final DeadlineTimer timer =
            new DeadlineTimer(virtual.loop(), virtual.clock(), () -> expiries.add(virtual.now()), lateness::add);

    @Test
    void expiresOnceAtItsDeadline() {
        long deadline = virtual.now() + 100;
        timer.arm(deadline);

        virtual.advance(99);
        assertThat(expiries).isEmpty();
        assertThat(timer.isArmed()).isTrue();

        virtual.advance(500);
        assertThat(expiries).containsExactly(deadline);
        assertThat(lateness).containsExactly(0L);
        assertThat(timer.isArmed()).isFalse();
    }

    @Test
    void aLaterDeadlineReplacesAnEarlierOne() {
        long start = virtual.now();
        timer.arm(start + 100);
        virtual.advance(50);
        timer.arm(start + 300);

        virtual.advance(249);
        assertThat(expiries).isEmpty();
        virtual.advance(1);
        assertThat(expiries).containsExactly(start + 300);
    }

    @Test
    void anEarlierDeadlineReplacesALaterOne() {
        long start = virtual.now();
        timer.arm(start + 300);
        timer.arm(start + 100);

        virtual.advance(1_000);
        assertThat(expiries).containsExactly(start + 100);
    }

    @Test
    void movingTheDeadlineManyTimesCostsOneTaskPerInterval() {
        CountingLoop counting = new CountingLoop();
        DeadlineTimer counted = new DeadlineTimer(counting, virtual.clock(), () -> {});

        for (int advert = 0; advert < 1_000; advert++) {
            counted.arm(virtual.now() + 1_000_000 + advert);
        }
        assertThat(counting.scheduled()).isEqualTo(1);
    }

    @Test
    void doesNotExpireWhenDisarmed() {
        timer.arm(virtual.now() + 100);
        timer.disarm();

        virtual.advance(1_000);
        assertThat(expiries).isEmpty();
        assertThat(lateness).isEmpty();
    }

    @Test
    void canBeArmedAgainAfterDisarming() {
        long start = virtual.now();
        timer.arm(start + 100);
        timer.disarm();
        timer.arm(start + 200);

        virtual.advance(1_000);
        assertThat(expiries).containsExactly(start + 200);
    }

    @Test
    void aPassedDeadlineExpiresInTheNextTurn() {
        timer.arm(virtual.now() - 70);
        assertThat(expiries).isEmpty();

        virtual.advance(0);
        assertThat(expiries).hasSize(1);
        assertThat(lateness).containsExactly(70L);
    }

    @Test
    void tellsHowLateItIsAfterAStop() {
        timer.arm(virtual.now() + 100);
        virtual.leap(5_000);

        assertThat(expiries).hasSize(1);
        assertThat(lateness).containsExactly(4_900L);
    }

    @Test
    void mayBeArmedByItsOwnHandler() {
        List<Long> ticks = new ArrayList<>();
        DeadlineTimer[] periodic = new DeadlineTimer[1];
        periodic[0] = new DeadlineTimer(virtual.loop(), virtual.clock(), () -> {
            ticks.add(virtual.now());
            periodic[0].arm(periodic[0].deadlineNanos() + 100);
        });
        long start = virtual.now();
        periodic[0].arm(start);

        virtual.advance(350);
        assertThat(ticks).containsExactly(start, start + 100, start + 200, start + 300);
    }

    @Test
    void survivesAHandlerThatThrows() {
        boolean[] thrown = new boolean[1];
        DeadlineTimer failing = new DeadlineTimer(virtual.loop(), virtual.clock(), () -> {
            thrown[0] = true;
            throw new IllegalStateException("on purpose");
        });
        failing.arm(virtual.now());
        virtual.advance(1);
        assertThat(thrown[0]).isTrue();

        thrown[0] = false;
        failing.arm(virtual.now());
        virtual.advance(1);
        assertThat(thrown[0]).isTrue();
    }

    @Test
    void worksOnARealLoop() throws Exception {
        IoEventLoop loop = EventLoops.create("test-timer");
        CompletableFuture<Long> expiry = new CompletableFuture<>();
        DeadlineTimer real = new DeadlineTimer(loop, NanoClock.system(), () -> expiry.complete(System.nanoTime()));
        long deadline = System.nanoTime() + 20_000_000;

        loop.submit(() -> {
                    real.arm(deadline - 15_000_000);
                    real.arm(deadline);
                })
                .sync();

        assertThat(expiry.get(30, TimeUnit.SECONDS) - deadline).isNotNegative();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void cancelDropsTheTask() {
        timer.arm(virtual.now() + 100);
        timer.cancel();
        virtual.advance(1_000);
        assertThat(expiries).isEmpty();

        timer.arm(virtual.now() + 100);
        virtual.advance(100);
        assertThat(expiries).hasSize(1);
    }
}

package dev.pollux.linux.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.testing.VirtualLoop;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aRhythmGoesOnAfterAPauseWithoutCatchingUp() {
        List<Long> ticks = new ArrayList<>();
        DeadlineTimer[] periodic = new DeadlineTimer[1];
        periodic[0] = new DeadlineTimer(virtual.loop(), virtual.clock(), () -> {
            ticks.add(virtual.now());
            long missed = (virtual.now() - periodic[0].deadlineNanos()) / 100;
            periodic[0].arm(periodic[0].deadlineNanos() + (missed + 1) * 100);
        });
        long start = virtual.now();
        periodic[0].arm(start);
        virtual.advance(1_000);
        virtual.leap(5_050);
        virtual.advance(200);
        assertThat(ticks.subList(0, 11)).isEqualTo(times(start, 11));
        assertThat(ticks.subList(11, ticks.size())).containsExactly(start + 6_050, start + 6_100, start + 6_200);
    }

    private static List<Long> times(long start, int count) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(start + i * 100L);
        }
        return times;
    }

    @Test
    void aDeadlineThatWasMovedAgainAndAgainIsMetInTheEnd() {
        long start = virtual.now();
        for (int advert = 0; advert < 100; advert++) {
            timer.arm(virtual.now() + 360);
            virtual.advance(100);
        }
        assertThat(expiries).isEmpty();
        virtual.advance(1_000);
        assertThat(expiries).containsExactly(start + 99 * 100 + 360);
    }

    /** Whatever is armed, moved and disarmed, in whatever rhythm: it expires at its deadline and never else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void expiresAtItsDeadlineInAnyOrderOfCalls(long seed) {
        Random random = new Random(seed);
        long[] rhythm = {0};
        List<Long> expected = new ArrayList<>();
        List<Long> actual = new ArrayList<>();
        DeadlineTimer[] any = new DeadlineTimer[1];
        any[0] = new DeadlineTimer(virtual.loop(), virtual.clock(), () -> {
            expected.add(any[0].deadlineNanos());
            actual.add(virtual.now());
            if (rhythm[0] > 0) {
                any[0].arm(any[0].deadlineNanos() + rhythm[0]);
            }
        });
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(8)) {
                case 0 -> any[0].disarm();
                case 1 -> any[0].cancel();
                case 2 -> rhythm[0] = random.nextInt(3) * 50L;
                case 3, 4 -> any[0].arm(virtual.now() + 1 + random.nextInt(400));
                default -> virtual.advance(random.nextInt(300));
            }
            boolean overdue = any[0].isArmed() && any[0].deadlineNanos() < virtual.now();
            assertThat(overdue).isFalse();
        }
        assertThat(actual).isEqualTo(expected).hasSizeGreaterThan(100);
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

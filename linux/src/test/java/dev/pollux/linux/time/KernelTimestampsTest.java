package dev.pollux.linux.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelTimestampsTest {

    private static final long EPOCH = 1_700_000_000_000_000_000L;

    private long now = 5_000;
    private long wall = EPOCH;
    private final KernelTimestamps timestamps = new KernelTimestamps(() -> now, () -> wall);

    @Test
    void aPacketIsAsOldAsTheWallClockSays() {
        pass(1_000);
        assertThat(timestamps.toNanoTime(EPOCH + 400)).isEqualTo(5_400);
    }

    @Test
    void noStampMeansNow() {
        pass(1_000);
        assertThat(timestamps.toNanoTime(0)).isEqualTo(6_000);
    }

    @Test
    void arrivalIsNeverInTheFuture() {
        assertThat(timestamps.toNanoTime(EPOCH + 50)).isEqualTo(5_000);
    }

    @Test
    void aWallClockSetForwardDoesNotAgePackets() {
        pass(100);
        long stamp = wall;
        pass(100);
        wall += 3_600_000_000_000L;
        assertThat(timestamps.toNanoTime(stamp)).isEqualTo(5_100);

        pass(100);
        assertThat(timestamps.toNanoTime(wall - 30)).isEqualTo(now - 30);
    }

    @Test
    void aWallClockSetBackMakesThePacketNew() {
        pass(100);
        long stamp = wall;
        wall -= 3_600_000_000_000L;
        assertThat(timestamps.toNanoTime(stamp)).isEqualTo(now);
    }

    @Test
    void theRealWallClockAgesNothingThatJustHappened() {
        KernelTimestamps real = new KernelTimestamps(NanoClock.system());
        long before = System.nanoTime();
        long arrival = real.toNanoTime(System.currentTimeMillis() * 1_000_000);

        assertThat(arrival - before).isGreaterThan(-60_000_000_000L);
        assertThat(System.nanoTime() - arrival).isNotNegative();
    }

    private void pass(long nanos) {
        now += nanos;
        wall += nanos;
    }
}

package dev.pollux.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.TrackSettings.TrackedObject;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.TrackerKey.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectTrackingTest {

    private static final TrackerKey SCRIPT = new TrackerKey(Kind.SCRIPT, "s");
    private static final TrackerKey FILE = new TrackerKey(Kind.FILE, "f");

    @ParameterizedTest(name = "weight {0}, reverse {1}, well {2}: adds {3}, FAULT {4}")
    @CsvSource({
        "0, false, true, 0, false",
        "0, false, false, 0, true",
        "0, true, true, 0, true",
        "0, true, false, 0, false",
        "10, false, true, 10, false",
        "10, false, false, 0, false",
        "10, true, true, 0, false",
        "10, true, false, 10, false",
        "-10, false, true, 0, false",
        "-10, false, false, -10, false",
        "-10, true, true, -10, false",
        "-10, true, false, 0, false",
    })
    void aScriptOrProcessCounts(int weight, boolean reverse, boolean well, int adds, boolean faulty) {
        ObjectTracking.Assessment seen = ObjectTracking.assess(
                List.of(new TrackedObject(SCRIPT, weight, reverse)), key -> new TrackerReading.Health(well));
        assertThat(seen.weight()).isEqualTo(adds);
        assertThat(seen.causes().isEmpty()).isEqualTo(!faulty);
        assertThat(seen.waiting()).isFalse();
    }

    @ParameterizedTest(name = "weight {0}, reverse {1}, value {2}: adds {3}, FAULT {4}")
    @CsvSource({
        "0, false, 0, 0, false",
        "0, false, 7, 0, true",
        "0, true, 0, 0, true",
        "0, true, 7, 0, false",
        "1, false, 20, 20, false",
        "1, false, -20, -20, false",
        "2, false, 20, 40, false",
        "2, true, 20, -40, false",
        "-3, false, 20, -60, false",
        "1, false, 9999, 253, false",
        "1, false, -253, -253, false",
        "1, false, -254, 0, true",
        "254, false, -1, 0, true",
        "254, true, 1, 0, true",
        "254, false, 2147483647, 253, false",
    })
    void aFileCountsByItsNumber(int weight, boolean reverse, long value, int adds, boolean faulty) {
        ObjectTracking.Assessment seen = ObjectTracking.assess(
                List.of(new TrackedObject(FILE, weight, reverse)), key -> new TrackerReading.Value(value));
        assertThat(seen.weight()).isEqualTo(adds);
        assertThat(seen.causes().isEmpty()).isEqualTo(!faulty);
    }

    @Test
    void whatIsUnknownIsWaitedForWhereItCouldMeanFault() {
        ObjectTracking.Assessment unweighted = ObjectTracking.assess(
                List.of(new TrackedObject(SCRIPT, 0, false)), key -> new TrackerReading.Unknown());
        assertThat(unweighted.waiting()).isTrue();
        assertThat(unweighted.causes()).isEmpty();
        ObjectTracking.Assessment weighted = ObjectTracking.assess(
                List.of(new TrackedObject(SCRIPT, -10, false)), key -> new TrackerReading.Unknown());
        assertThat(weighted.waiting()).isFalse();
        assertThat(weighted.weight()).isZero();
    }

    @Test
    void everythingAddsUp() {
        Map<TrackerKey, TrackerReading> readings =
                Map.of(SCRIPT, new TrackerReading.Health(false), FILE, new TrackerReading.Value(5));
        ObjectTracking.Assessment seen = ObjectTracking.assess(
                List.of(new TrackedObject(SCRIPT, -30, false), new TrackedObject(FILE, 2, false)),
                key -> readings.getOrDefault(key, new TrackerReading.Unknown()));
        assertThat(seen.weight()).isEqualTo(-20);
        assertThat(EffectivePriority.of(100, seen.weight())).isEqualTo(80);
        assertThat(EffectivePriority.of(10, -200)).isEqualTo(1);
        assertThat(EffectivePriority.of(200, 100)).isEqualTo(254);
        assertThat(EffectivePriority.of(255, -100)).isEqualTo(255);
    }
}

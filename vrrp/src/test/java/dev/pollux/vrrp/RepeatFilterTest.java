package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {

    private final RepeatFilter filter = new RepeatFilter();

    @Test
    void aLineComesOnceUntilTheStateChanges() {
        assertThat(filter.isNew("invalid TTL")).isTrue();
        assertThat(filter.isNew("invalid TTL")).isFalse();
        assertThat(filter.isNew("invalid version")).isTrue();

        filter.forget();

        assertThat(filter.isNew("invalid TTL")).isTrue();
    }

    @Test
    void aFloodOfDifferentLinesEndsInSilence() {
        long lines = IntStream.range(0, 200_000)
                .filter(sender -> filter.isNew("lower priority advert from " + sender))
                .count();

        assertThat(lines).isEqualTo(64);
    }
}

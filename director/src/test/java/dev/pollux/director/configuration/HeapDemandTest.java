package dev.pollux.director.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeapDemandTest {

    /** A real server with a checker and its settings counts about ten. */
    @ParameterizedTest
    @CsvSource({"0, 64", "16_000, 64", "18_000, 128", "100_000, 192", "500_000, 704"})
    void growsWithTheConfiguration(String bulk, long megabytes) {
        assertThat(HeapDemand.megabytes(Long.parseLong(bulk.replace("_", "")))).isEqualTo(megabytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 20_000, 500_000, 4_000_000})
    void whatAProcessWasSizedForMayGrow(long bulk) {
        assertThat(HeapDemand.capacity(HeapDemand.megabytes(bulk) - 4)).isGreaterThanOrEqualTo(bulk + bulk / 4);
    }

    @Test
    void anOrdinaryProcessHoldsAnOrdinaryConfiguration() {
        assertThat(HeapDemand.capacity(63)).isGreaterThan(20_000);
    }
}

package dev.pollux.healthcheck.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDeadlineTest {

    @ParameterizedTest(name = "due {0}, began {1}, ended {2}: {3}")
    @CsvSource(textBlock = """
            # on time: the delay counts from the end
            1000, 1000, 1030, 1130
            # a late start does not push the next check back
            1000, 1040, 1070, 1130
            # too late for the next one: at once, and what was missed is not made up
            1000, 1500, 1530, 1530
            1000, 1099, 1099, 1100
            1000, 1100, 1100, 1100
            # a clock may run through its sign
            9223372036854775807, -9223372036854775808, -9223372036854775808, -9223372036854775709
            """)
    void next(long due, long began, long ended, long next) {
        assertThat(CheckDeadline.next(due, began, ended, Duration.ofNanos(100))).isEqualTo(next);
    }
}

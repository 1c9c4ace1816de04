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
            # much too late: half the delay is kept, and what was missed is not made up
            1000, 1050, 1060, 1110
            1000, 1051, 1061, 1111
            1000, 9000, 9030, 9080
            # a clock may run through its sign
            9223372036854775807, -9223372036854775808, -9223372036854775808, -9223372036854775709
            """)
    void next(long due, long began, long ended, long next) {
        assertThat(CheckDeadline.next(due, began, ended, Duration.ofNanos(100))).isEqualTo(next);
    }
}

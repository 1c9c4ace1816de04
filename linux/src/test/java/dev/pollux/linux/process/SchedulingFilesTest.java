package dev.pollux.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of the kernel's files about scheduling. */
class SchedulingFilesTest {

    @Test
    void niceIsTheNineteenthField() {
        assertThat(InitialScheduling.nice(
                        "7 (a) b) S 1 7 7 0 -1 4194560 1 0 0 0 3 4 0 0 20 -5 1 0 9 1 1 18446744073709551615 1\n"))
                .isEqualTo(-5);
    }

    @Test
    void processorsAreRanges() {
        assertThat(InitialScheduling.processors(List.of("Cpus_allowed:\t10f", "Cpus_allowed_list:\t0-3,8")))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 8);
    }

    @Test
    void theProcessItselfHasBoth() {
        InitialScheduling here = InitialScheduling.read();
        assertThat(here.nice()).isBetween(-20, 19);
        assertThat(here.processors()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"unlimited, unlimited, true", "200000, unlimited, false", "unlimited, 200000, false"})
    void onlyTwoUnlimitedLimitsAreNone(String soft, String hard, boolean expected) {
        assertThat(RealTimeLimit.unlimited(List.of(
                        "Max realtime priority     0                    0                    ",
                        "Max realtime timeout      " + soft + "            " + hard + "            us        ")))
                .isEqualTo(expected);
    }

    @Test
    void threadsAreFoundByTheBeginningOfTheirNames() throws InterruptedException {
        AtomicReference<List<Integer>> found = new AtomicReference<>(List.of());
        Thread thread =
                new Thread(() -> found.set(OwnThreads.named("a-very-long-nam")), "a-very-long-name-of-a-thread");
        thread.start();
        thread.join();
        assertThat(found.get()).hasSize(1);
        assertThat(OwnThreads.named("VM Thread")).hasSize(1);
        assertThat(OwnThreads.named("nobody")).isEmpty();
    }
}

package dev.pollux.integration.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class LabCheckTest {

    private static final List<LabCheck> CHECKS = LabCheck.parse(List.of(
            "installing qemu-system-x86",
            "PASS nat: traffic is in proportion [1.4 s] rs1 30, rs2 20",
            "FAIL nat: the master dies [19.0 s] not within 19 s: moved",
            "    d1: log (VI_1) Entering MASTER STATE",
            "SKIP dr: restored [0.0 s] keepalived does not",
            "END 1 passed, 1 failed, 1 skipped"));

    @Test
    void everyOutcomeIsACheckWithItsName() {
        assertThat(CHECKS)
                .extracting(LabCheck::name)
                .containsExactly("nat: traffic is in proportion", "nat: the master dies", "dr: restored");
    }

    @Test
    void aCheckEndsItsTestAsItEnded() {
        CHECKS.get(0).assertPassed();
        assertThatThrownBy(CHECKS.get(1)::assertPassed)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("not within 19 s")
                .hasMessageContaining("Entering MASTER STATE");
        assertThatThrownBy(CHECKS.get(2)::assertPassed).isInstanceOf(TestAbortedException.class);
    }
}

package dev.pollux.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessStatusTest {

    @Test
    void readsEffectiveUserAndCapabilities() {
        ProcessStatus status = ProcessStatus.parse(List.of(
                "Name:\tjava", "Uid:\t1000\t0\t1000\t1000", "CapPrm:\tffffffffffffffff", "CapEff:\t0000000000003000"));

        assertThat(status.effectiveUserId()).isZero();
        assertThat(status.has(Capability.NET_ADMIN)).isTrue();
        assertThat(status.has(Capability.NET_RAW)).isTrue();
        assertThat(status.has(Capability.SYS_NICE)).isFalse();
        assertThat(status.has(Capability.NET_BIND_SERVICE)).isFalse();
    }

    @Test
    void readsThisProcess() {
        assertThat(ProcessStatus.read().effectiveUserId()).isNotNegative();
    }
}

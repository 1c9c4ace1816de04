package dev.pollux.linux.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalTest {

    @Test
    void hasTheNumbersAndNamesOfLinux() {
        assertThat(Signal.HUP).hasToString("SIGHUP").isEqualTo(new Signal(1));
        assertThat(Signal.USR1).hasToString("SIGUSR1").isEqualTo(new Signal(10));
        assertThat(Signal.realTime(2)).hasToString("SIGRTMIN+2").isEqualTo(new Signal(36));
        assertThat(new Signal(5)).hasToString("signal 5");
    }

    @Test
    void refusesNumbersThatAreNoSignals() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Signal(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Signal(65));
    }

    @Test
    void aMaskHasOneBitForEachSignal() {
        SignalMask mask = SignalMask.of(Set.of(Signal.HUP, Signal.USR1, new Signal(64)));

        assertThat(mask.bits()).isEqualTo(0x8000_0000_0000_0201L);
        assertThat(mask.contains(Signal.HUP)).isTrue();
        assertThat(mask.contains(Signal.TERM)).isFalse();
    }

    @Test
    void theFrameworksThreadsBlockNothing() {
        assertThat(SignalMask.blockedInAllThreads().contains(Signal.TERM)).isFalse();
    }
}

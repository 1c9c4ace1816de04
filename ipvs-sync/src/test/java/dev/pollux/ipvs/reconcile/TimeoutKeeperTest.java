package dev.pollux.ipvs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.ipvs.fixture.FakeKernel;
import dev.pollux.ipvs.kernel.Timeouts;
import org.junit.jupiter.api.Test;

class TimeoutKeeperTest {

    private static final Timeouts KERNELS_OWN = new Timeouts(900, 120, 300);

    private final FakeKernel kernel = new FakeKernel();
    private final TimeoutKeeper keeper = new TimeoutKeeper();

    @Test
    void whatIsConfiguredIsKeptAndTheRestStays() {
        keeper.want(new IpvsTimeouts(7200, 0, 60));
        keeper.keep(kernel);
        assertThat(kernel.timeouts()).isEqualTo(new Timeouts(7200, 120, 60));
        kernel.setTimeouts(new Timeouts(1, 120, 60));
        keeper.keep(kernel);
        assertThat(kernel.timeouts()).isEqualTo(new Timeouts(7200, 120, 60));
    }

    @Test
    void whatIsNoLongerConfiguredReturnsToWhatTheKernelHad() {
        keeper.want(new IpvsTimeouts(7200, 50, 60));
        keeper.keep(kernel);
        keeper.want(new IpvsTimeouts(0, 50, 0));
        keeper.keep(kernel);
        assertThat(kernel.timeouts()).isEqualTo(new Timeouts(900, 50, 300));
        keeper.restore(kernel);
        assertThat(kernel.timeouts()).isEqualTo(KERNELS_OWN);
    }

    @Test
    void withoutConfigurationTheKernelIsNotTouched() {
        keeper.keep(kernel);
        kernel.setTimeouts(new Timeouts(1, 2, 3));
        keeper.keep(kernel);
        keeper.restore(kernel);
        assertThat(kernel.timeouts()).isEqualTo(new Timeouts(1, 2, 3));
    }
}

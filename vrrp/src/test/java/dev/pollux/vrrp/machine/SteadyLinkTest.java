package dev.pollux.vrrp.machine;

import static dev.pollux.vrrp.machine.LinkCondition.DOWN;
import static dev.pollux.vrrp.machine.LinkCondition.MISSING;
import static dev.pollux.vrrp.machine.LinkCondition.UP;
import static dev.pollux.vrrp.machine.RouterState.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.VrrpSettings.LinkDelays;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code interface_up_down_delays}. */
class SteadyLinkTest {

    private static final LinkDelays DELAYS = new LinkDelays(Duration.ofNanos(30), Duration.ofNanos(10));

    @Test
    void aShortInterruptionDoesNotCount() {
        SteadyLink down = SteadyLink.of(UP).see(DOWN, 100, DELAYS);
        assertThat(down).isEqualTo(new SteadyLink(UP, 130));
        assertThat(down.see(DOWN, 129, DELAYS)).isEqualTo(down);
        assertThat(down.see(UP, 129, DELAYS)).isEqualTo(new SteadyLink(UP, NEVER));
    }

    @Test
    void aLongOneDoes() {
        SteadyLink down = SteadyLink.of(UP).see(DOWN, 100, DELAYS).see(DOWN, 130, DELAYS);
        assertThat(down).isEqualTo(new SteadyLink(DOWN, NEVER));
        assertThat(down.see(UP, 200, DELAYS)).isEqualTo(new SteadyLink(DOWN, 210));
    }

    @Test
    void whatHasNoDelayCountsAtOnce() {
        LinkDelays downOnly = new LinkDelays(Duration.ofNanos(30), Duration.ZERO);
        assertThat(SteadyLink.of(DOWN).see(UP, 100, downOnly)).isEqualTo(SteadyLink.of(UP));
        assertThat(SteadyLink.of(UP).see(MISSING, 100, DELAYS)).isEqualTo(SteadyLink.of(MISSING));
        assertThat(SteadyLink.of(MISSING).see(UP, 100, DELAYS)).isEqualTo(SteadyLink.of(UP));
    }
}

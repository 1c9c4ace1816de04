package dev.pollux.director.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final Family STATE = Family.gauge("keepalived_vrrp_state", "State", "iname", "intf");
    private static final Family SENT = Family.counter("keepalived_advertisements_sent_total", "Sent", "iname");

    private final List<Sample> samples = new ArrayList<>();
    private final LoopMetrics loop = new LoopMetrics("vrrp");
    private final MetricsPage page = new MetricsPage(() -> samples, List.of(loop), "1.2");

    @Test
    void namesTypesAndLabelsAreKeptAsTheyAre() {
        samples.add(STATE.sample(2, "VI_1", "eth0"));
        samples.add(SENT.sample(17, "VI_1"));
        assertThat(page.make(null).body())
                .contains("# TYPE keepalived_vrrp_state gauge")
                .contains("# TYPE keepalived_advertisements_sent_total counter")
                .contains("keepalived_vrrp_state{iname=\"VI_1\",intf=\"eth0\"} 2.0")
                .contains("keepalived_advertisements_sent_total{iname=\"VI_1\"} 17.0");
    }

    @Test
    void valuesFollowAndSeriesEnd() {
        samples.add(STATE.sample(1, "VI_1", "eth0"));
        samples.add(STATE.sample(1, "VI_2", "eth1"));
        page.make(null);
        samples.clear();
        samples.add(STATE.sample(2, "VI_1", "eth0"));
        assertThat(page.make(null).body())
                .contains("keepalived_vrrp_state{iname=\"VI_1\",intf=\"eth0\"} 2.0")
                .doesNotContain("VI_2");
        samples.add(STATE.sample(3, "VI_2", "eth1"));
        assertThat(page.make(null).body()).contains("keepalived_vrrp_state{iname=\"VI_2\",intf=\"eth1\"} 3.0");
    }

    @Test
    void latenessIsAHistogram() {
        loop.expired(1_500_000);
        assertThat(page.make(null).body())
                .contains("# TYPE pollux_loop_timer_lateness_seconds histogram")
                .contains("pollux_loop_timer_lateness_seconds_bucket{loop=\"vrrp\",le=\"0.001\"} 0")
                .contains("pollux_loop_timer_lateness_seconds_bucket{loop=\"vrrp\",le=\"0.002\"} 1");
    }

    @Test
    void buildInfoKeepsItsName() {
        assertThat(page.make(null).body()).containsPattern("pollux_build_info\\{java=\"[^\"]+\",version=\"1.2\"} 1");
    }

    @Test
    void openMetricsForThoseWhoAsk() {
        samples.add(SENT.sample(1, "VI_1"));
        assertThat(page.make("application/openmetrics-text").contentType()).startsWith("application/openmetrics-text");
        assertThat(page.make("application/openmetrics-text").body()).endsWith("# EOF\n");
        assertThat(page.make("*/*").contentType()).startsWith("text/plain; version=0.0.4");
    }
}

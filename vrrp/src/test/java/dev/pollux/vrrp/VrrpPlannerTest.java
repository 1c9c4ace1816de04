package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.fast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSettings;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class VrrpPlannerTest {

    private static Configuration configuration(VrrpInstance... instances) {
        return new Configuration(GlobalSettings.defaults(), List.of(instances), List.of(), List.of(), Trackers.none());
    }

    private static VrrpPlanner.Running running(List<VrrpInstance> instances) {
        return new VrrpPlanner.Running(instances, List.of(), StaticSettings.NONE, VrrpSettings.defaults());
    }

    @Test
    void nothingChangesWhenNothingChanged() throws RefusedException {
        VrrpInstance instance = fast(100, "192.0.2.1");

        assertThat(VrrpPlanner.plan(running(List.of(instance)), configuration(fast(100, "192.0.2.1")))
                        .lines())
                .isEmpty();
    }

    @Test
    void saysWhatChanges() throws RefusedException {
        List<VrrpInstance> running = List.of(fast(100, "192.0.2.1"), fast("VI_2", "eth1", 100, "192.0.2.2"));

        VrrpPlan plan = VrrpPlanner.plan(
                new VrrpPlanner.Running(
                        running,
                        List.of(new VrrpSyncGroup("G", List.of("VI_1", "VI_2"), NotifySettings.none())),
                        StaticSettings.NONE,
                        VrrpSettings.defaults()),
                configuration(fast(150, "192.0.2.9"), fast("VI_3", "eth2", 100, "192.0.2.3")));

        assertThat(plan.lines())
                .containsExactly(
                        "remove (VI_2) VRID 51 on eth1: priority 0, addresses released",
                        "change (VI_1) VRID 51 on eth0: priority, addresses, state and timers kept",
                        "add (VI_3) VRID 51 on eth2",
                        "set sync groups: []");
    }

    @Test
    void refusesWhatItCannotRun() {
        VrrpInstance twice = fast("VI_2", "eth0", 100, "192.0.2.2");

        assertThatThrownBy(() -> VrrpPlanner.plan(running(List.of()), configuration(fast(100), twice)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reasons())
                        .containsExactly("(VI_2) VRID 51 is already used on interface eth0"));
    }
}

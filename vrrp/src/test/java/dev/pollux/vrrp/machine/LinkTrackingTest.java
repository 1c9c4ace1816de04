package dev.pollux.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.vrrp.Instances;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinkTrackingTest {

    private static final FaultCause DOWN_1 = new FaultCause.LinkDown("eth1");
    private static final FaultCause UP_1 = new FaultCause.LinkUp("eth1");
    private static final FaultCause MISSING_1 = new FaultCause.LinkMissing("eth1");

    static Stream<Arguments> rows() {
        return Stream.of(
                // weight, reverse, priority, grouped, condition of eth1, causes, sum
                arguments(0, false, 100, false, LinkCondition.UP, Set.of(), 0),
                arguments(0, false, 100, false, LinkCondition.DOWN, Set.of(DOWN_1), 0),
                arguments(0, false, 100, false, LinkCondition.MISSING, Set.of(MISSING_1), 0),
                arguments(0, true, 100, false, LinkCondition.UP, Set.of(UP_1), 0),
                arguments(0, true, 100, false, LinkCondition.DOWN, Set.of(), 0),
                arguments(20, false, 100, false, LinkCondition.UP, Set.of(), 20),
                arguments(20, false, 100, false, LinkCondition.DOWN, Set.of(), 0),
                arguments(20, true, 100, false, LinkCondition.DOWN, Set.of(), 20),
                arguments(-20, false, 100, false, LinkCondition.UP, Set.of(), 0),
                arguments(-20, false, 100, false, LinkCondition.DOWN, Set.of(), -20),
                arguments(-20, true, 100, false, LinkCondition.UP, Set.of(), -20),
                arguments(20, false, 100, true, LinkCondition.DOWN, Set.of(DOWN_1), 0),
                arguments(20, false, 100, true, LinkCondition.UP, Set.of(), 0),
                arguments(-20, false, 255, false, LinkCondition.DOWN, Set.of(), 0),
                arguments(0, false, 255, false, LinkCondition.DOWN, Set.of(DOWN_1), 0));
    }

    @ParameterizedTest(name = "weight {0} reverse {1} priority {2} grouped {3} {4} -> {5} {6}")
    @MethodSource("rows")
    void trackedInterface(
            int weight,
            boolean reverse,
            int priority,
            boolean grouped,
            LinkCondition condition,
            Set<FaultCause> causes,
            int sum) {
        TrackSettings tracking =
                new TrackSettings(true, List.of(new TrackedInterface("eth1", weight, reverse)), List.of());

        LinkTracking.Assessment assessment = LinkTracking.assess(
                Instances.instance("eth0", priority, tracking),
                grouped,
                name -> name.equals("eth1") ? condition : LinkCondition.UP);

        assertThat(assessment).isEqualTo(new LinkTracking.Assessment(causes, sum));
    }

    @Test
    void ownInterfaceAndThoseOfTheAddressesAreTracked() {
        Map<String, LinkCondition> links = Map.of("eth0", LinkCondition.DOWN, "eth9", LinkCondition.DOWN);

        LinkTracking.Assessment assessment = LinkTracking.assess(
                Instances.instance("eth0", 100, new TrackSettings(true, List.of(), List.of()), "192.0.2.1@eth9"),
                false,
                name -> links.getOrDefault(name, LinkCondition.UP));

        assertThat(assessment.causes())
                .containsExactlyInAnyOrder(new FaultCause.LinkDown("eth0"), new FaultCause.LinkDown("eth9"));
    }

    @Test
    void withoutTrackingItsInterfaceARouterStillNeedsIt() {
        TrackSettings tracking = new TrackSettings(false, List.of(), List.of());

        assertThat(LinkTracking.assess(Instances.instance("eth0", 100, tracking), false, name -> LinkCondition.DOWN)
                        .causes())
                .isEmpty();
        assertThat(LinkTracking.assess(Instances.instance("eth0", 100, tracking), false, name -> LinkCondition.MISSING)
                        .causes())
                .containsExactly(new FaultCause.LinkMissing("eth0"));
    }

    @ParameterizedTest
    @CsvSource({"100, 20, 120", "250, 20, 254", "10, -20, 1", "255, -20, 255", "254, 0, 254"})
    void effectivePriorityStaysBelowTheOwners(int base, int weights, int effective) {
        assertThat(EffectivePriority.of(base, weights)).isEqualTo(effective);
    }
}

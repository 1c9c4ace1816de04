package dev.pollux.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.healthcheck.HealthCheckPlan.Change;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthCheckPlanTest {

    private static final Checker A = Checkers.tcp(8001);
    private static final Checker B = Checkers.http(8002, "/");
    private static final Checker SLOW_A =
            A.withTiming(new CheckTiming(Duration.ofSeconds(9), 3, Duration.ofSeconds(1), Duration.ZERO, false, false));

    @Test
    void aFirstConfigurationOnlyAdds() {
        assertThat(plan(Configuration.empty(), Configurations.of(Configurations.server(80, A, B))))
                .containsExactly("add 80/0", "add 80/1");
    }

    @Test
    void whatIsEqualIsKept() {
        Configuration both = Configurations.of(Configurations.server(80, A, B), Configurations.server(81, A));
        assertThat(plan(both, both)).containsExactly("keep 80/0 as 80/0", "keep 80/1 as 80/1", "keep 81/0 as 81/0");
    }

    @Test
    void aCheckerMayMoveWithinItsServer() {
        assertThat(plan(
                        Configurations.of(Configurations.server(80, A, B)),
                        Configurations.of(Configurations.server(80, B, A))))
                .containsExactly("keep 80/1 as 80/0", "keep 80/0 as 80/1");
    }

    @Test
    void butNotToAnotherServer() {
        assertThat(plan(
                        Configurations.of(Configurations.server(80, A)),
                        Configurations.of(Configurations.server(81, A))))
                .containsExactly("add 81/0", "remove 80/0");
    }

    @Test
    void anotherTimingKeepsWhatIsKnown() {
        assertThat(plan(
                        Configurations.of(Configurations.server(80, A)),
                        Configurations.of(Configurations.server(80, SLOW_A))))
                .containsExactly("retime 80/0 as 80/0");
    }

    @Test
    void theEqualOneIsPreferredToTheRetimedOne() {
        assertThat(plan(
                        Configurations.of(Configurations.server(80, A)),
                        Configurations.of(Configurations.server(80, SLOW_A, A))))
                .containsExactly("add 80/0, server known", "keep 80/0 as 80/1");
    }

    @Test
    void twinsKeepTheirPlaces() {
        assertThat(plan(
                        Configurations.of(Configurations.server(80, A, A)),
                        Configurations.of(Configurations.server(80, A))))
                .containsExactly("keep 80/0 as 80/0", "remove 80/1");
    }

    @Test
    void anotherQuestionIsAnotherChecker() {
        assertThat(plan(
                        Configurations.of(Configurations.server(80, A)),
                        Configurations.of(Configurations.server(80, B))))
                .containsExactly("add 80/0, server known", "remove 80/0");
    }

    @Test
    void linesAreForPeople() {
        HealthCheckPlan plan = between(
                Configurations.of(Configurations.server(80, A), Configurations.server(82, B)),
                Configurations.of(
                        Configurations.server(80, SLOW_A), Configurations.server(81, B), Configurations.server(82, B)));
        assertThat(plan.lines())
                .containsExactly(
                        "retime TCP_CHECK of [192.0.2.2]:tcp:80 in [192.0.2.1]:tcp:80",
                        "add HTTP_GET of [192.0.2.2]:tcp:81 in [192.0.2.1]:tcp:80");
    }

    @Test
    void aFirewallMarkHasNoProtocol() {
        ServiceKey mark = new ServiceKey.ByFirewallMark(AddressFamily.IPV4, 7);
        HealthCheckPlan plan =
                between(Configuration.empty(), Configurations.of(mark, List.of(Configurations.server(80, A))));
        assertThat(plan.lines()).containsExactly("add TCP_CHECK of [192.0.2.2]:none:80 in FWM 7");
    }

    private static HealthCheckPlan between(Configuration before, Configuration after) {
        return HealthCheckPlan.between(2, CheckAssignment.of(before), CheckAssignment.of(after));
    }

    private static List<String> plan(Configuration before, Configuration after) {
        return between(before, after).changes().stream()
                .map(HealthCheckPlanTest::describe)
                .toList();
    }

    private static String describe(Change change) {
        if (change instanceof Change.Add add) {
            return "add " + describe(add.to().key()) + (add.knownServer() ? ", server known" : "");
        }
        if (change instanceof Change.Remove remove) {
            return "remove " + describe(remove.from().key());
        }
        if (change instanceof Change.Keep keep) {
            return "keep " + describe(keep.from()) + " as " + describe(keep.to().key());
        }
        Change.Retime retime = (Change.Retime) change;
        return "retime " + describe(retime.from()) + " as "
                + describe(retime.to().key());
    }

    private static String describe(CheckerKey key) {
        return key.realServer().port() + "/" + key.index();
    }
}

package dev.pollux.healthcheck.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.NotMade;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.healthcheck.policy.CheckTransition.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs of checks in virtual time. Checks take no time; P passes, F fails, N could not be made. The delay loop is 10 s and the
 * delay before a retry 3 s (30 s where the row says "slow retry").
 */
class CheckPolicyTest {

    @ParameterizedTest(name = "TCP, retry {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the first result is told, then only changes
            2 | PPP          | 0 up                        | 30
            # at start the first failure counts at once, whatever retry says
            2 | F            | 0 down                      | 10
            # after a success, retry failures are forgiven and asked about sooner
            2 | PFFF         | 0 up, 16 down               | 26
            2 | PFFP         | 0 up                        | 26
            2 | PFFPFFP      | 0 up                        | 42
            0 | PF           | 0 up, 10 down               | 20
            # while down nothing is retried, and one success suffices
            1 | PFFFFFP      | 0 up, 13 down, 53 up        | 63
            # after recovery failures are forgiven again
            2 | FPFFPP       | 0 down, 10 up               | 46
            2 | FPFFF        | 0 down, 10 up, 26 down      | 36
            # what could not be made changes nothing and counts for nothing
            1 | NP           | 10 up                       | 20
            1 | NF           | 10 down                     | 20
            1 | PFNP         | 0 up                        | 33
            1 | PFNF         | 0 up, 23 down               | 33
            1 | FNP          | 0 down, 20 up               | 30
            """)
    void tcp(int retry, String results, String verdicts, int next) {
        CheckParameters parameters = tcp(retry, false);
        assertThat(run(CheckState.atStart(parameters), parameters, results)).isEqualTo(verdicts + ", next " + next);
    }

    @ParameterizedTest(name = "alpha, retry {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2 | P      | 0 up                        | 10
            # the first failure is told although nothing changed
            2 | FF     | 0 down                      | 20
            2 | FP     | 0 down, 10 up               | 20
            2 | PFF    | 0 up                        | 16
            2 | NP     | 10 up                       | 20
            """)
    void alpha(int retry, String results, String verdicts, int next) {
        CheckParameters parameters = tcp(retry, true);
        assertThat(run(CheckState.atStart(parameters), parameters, results)).isEqualTo(verdicts + ", next " + next);
    }

    @ParameterizedTest(name = "new at reload, up {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # a server that clients use already is given its retries
            true  | FFF  | 6 down                  | 16
            true  | FFP  | 6 up                    | 16
            false | F    | 0 down                  | 10
            false | P    | 0 up                    | 10
            """)
    void reload(boolean up, String results, String verdicts, int next) {
        CheckParameters parameters = tcp(2, false);
        assertThat(run(CheckState.atReload(up), parameters, results)).isEqualTo(verdicts + ", next " + next);
    }

    @ParameterizedTest(name = "{0} URLs, retry {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # one URL per check; the list as a whole is one success
            1 | 1 | PP         | 0 up                     | 20
            3 | 1 | PPP        | 20 up                    | 30
            3 | 1 | PPPPPPP    | 20 up                    | 70
            # a URL that passed makes failures of the next one forgivable
            2 | 1 | PFP        | 13 up                    | 23
            2 | 1 | PFF        | 13 down                  | 23
            # the failed URL alone is asked until it recovers, then the whole list must pass
            2 | 0 | PPPFFFPPP  | 10 up, 30 down, 80 up    | 90
            # which is also true of a single URL: two passes
            1 | 0 | PFPP       | 0 up, 10 down, 30 up     | 40
            1 | 1 | FPP        | 0 down, 20 up            | 30
            # a failure during the walk makes that URL the failed one
            2 | 0 | FPPFPPP    | 0 down, 60 up            | 70
            """)
    void urls(int urls, int retry, String results, String verdicts, int next) {
        CheckParameters parameters = http(urls, retry, 3);
        assertThat(run(CheckState.atStart(parameters), parameters, results)).isEqualTo(verdicts + ", next " + next);
    }

    @Test
    void aUrlThatIsDownIsAskedAtTheSlowerOfBothPaces() {
        CheckParameters parameters = http(1, 1, 30);
        assertThat(run(CheckState.atStart(parameters), parameters, "FFPP")).isEqualTo("0 down, 70 up, next 80");
    }

    @Test
    void aChangedTimingKeepsWhatIsKnown() {
        CheckState state = new CheckState(true, true, 5, 1, false);
        assertThat(state.withTiming(http(2, 3, 3))).isEqualTo(new CheckState(true, true, 3, 0, false));
    }

    @Test
    void theFirstCheckFallsIntoTheWarmup() {
        CheckParameters parameters = tcp(1, false);
        assertThat(CheckPolicy.firstDelay(parameters, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(CheckPolicy.firstDelay(parameters, 0.5)).isEqualTo(Duration.ofSeconds(5));
    }

    private static CheckParameters tcp(int retry, boolean alpha) {
        return new CheckParameters(
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                retry,
                Duration.ofSeconds(8),
                alpha,
                1,
                false);
    }

    private static CheckParameters http(int urls, int retry, int delayBeforeRetry) {
        return new CheckParameters(
                Duration.ofSeconds(10),
                Duration.ofSeconds(delayBeforeRetry),
                Duration.ofSeconds(Math.max(10, delayBeforeRetry)),
                retry,
                Duration.ofSeconds(8),
                false,
                urls,
                true);
    }

    private static String run(CheckState start, CheckParameters parameters, String results) {
        List<String> events = new ArrayList<>();
        CheckState state = start;
        long now = 0;
        for (int i = 0; i < results.length(); i++) {
            CheckTransition transition = CheckPolicy.step(state, outcome(results.charAt(i)), parameters);
            if (transition.verdict() != Verdict.NONE) {
                events.add(now + " " + transition.verdict().name().toLowerCase(Locale.ROOT));
            }
            state = transition.next();
            now += transition.delay().toSeconds();
        }
        events.add("next " + now);
        return String.join(", ", events);
    }

    private static CheckOutcome outcome(char result) {
        return switch (result) {
            case 'P' -> new Passed();
            case 'F' -> new Failed(Failure.TCP_UNREACHABLE, "Connection refused");
            default -> new NotMade("socket bind", "Cannot assign requested address");
        };
    }
}

package dev.pollux.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.NotMade;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.healthcheck.policy.CheckState;
import dev.pollux.healthcheck.policy.CheckTransition.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The sentences that operators of keepalived search their logs for. */
class CheckerLogTest {

    private static final CheckState UP = new CheckState(true, true, 0, 0, false);
    private static final CheckState DOWN = new CheckState(false, true, 0, 1, true);
    private static final Failed REFUSED = new Failed(Failure.TCP_UNREACHABLE, "Connection refused");
    private static final Failed BUSY = new Failed(Failure.HTTP_STATUS, "Status code 503");

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.pollux.healthcheck");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
        lines.start();
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void bfd() {
        CheckerLog log = log(new BfdCheck(CheckTiming.none(), "x"));
        log.outcome(UP, new Failed(Failure.BFD_DOWN, "BFD session x is Down"), Verdict.DOWN, 0);
        log.outcome(DOWN, new Passed(), Verdict.UP, 1);
        assertThat(lines())
                .containsExactly(
                        "BFD_CHECK on service [192.0.2.2]:tcp:80 failed. BFD session x is Down.",
                        "BFD check of [192.0.2.2]:tcp:80 success.");
    }

    @Test
    void tcp() {
        CheckerLog log = log(Checkers.tcp(80));
        log.activated();
        log.outcome(UP, new Passed(), Verdict.UP, 0);
        log.outcome(UP, new Passed(), Verdict.NONE, 0);
        log.outcome(UP, REFUSED, Verdict.NONE, 0);
        log.outcome(UP, REFUSED, Verdict.DOWN, 1);
        log.outcome(DOWN, REFUSED, Verdict.NONE, 2);
        log.outcome(UP, REFUSED, Verdict.DOWN, 0);
        assertThat(lines())
                .containsExactly(
                        "Activating healthchecker for service [192.0.2.2]:tcp:80 for VS [192.0.2.1]:tcp:80",
                        "TCP connection to [192.0.2.2]:tcp:80 success.",
                        "TCP_CHECK on service [192.0.2.2]:tcp:80 failed after 1 retries. Connection refused.",
                        "TCP_CHECK on service [192.0.2.2]:tcp:80 failed. Connection refused.");
    }

    @Test
    void http() {
        CheckerLog log = log(Checkers.http(80, "/a", "/b"));
        log.outcome(UP, BUSY, Verdict.DOWN, 2);
        log.outcome(DOWN, new Passed(), Verdict.NONE, 3);
        log.outcome(DOWN, new Passed(), Verdict.UP, 0);
        log.remark("url /a: content_length (9) does not match received bytes (5)");
        assertThat(lines())
                .containsExactly(
                        "HTTP_CHECK on service [192.0.2.2]:tcp:80 failed after 2 retries. Status code 503.",
                        "HTTP status code success to [192.0.2.2]:tcp:80 url(/b)",
                        "HTTP status code success to [192.0.2.2]:tcp:80 url(/b)",
                        "Remote Web server [192.0.2.2]:tcp:80 succeed on service.",
                        "http_check for RS [192.0.2.2]:tcp:80 VS [192.0.2.1]:tcp:80 url /a: content_length (9) does not"
                                + " match received bytes (5)");
    }

    @Test
    void allFailuresOnDemand() {
        CheckTiming all = new CheckTiming(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), Duration.ZERO, false, true);
        CheckerLog log = log(Checkers.tcp(80).withTiming(all));
        log.outcome(UP, REFUSED, Verdict.NONE, 0);
        log.outcome(UP, REFUSED, Verdict.DOWN, 1);
        log.outcome(DOWN, REFUSED, Verdict.NONE, 2);
        assertThat(lines())
                .containsExactly(
                        "TCP connection to [192.0.2.2]:tcp:80 failed. Connection refused.",
                        "TCP connection to [192.0.2.2]:tcp:80 failed. Connection refused.",
                        "TCP_CHECK on service [192.0.2.2]:tcp:80 failed after 1 retries. Connection refused.");
    }

    @Test
    void anObstacleIsNamedOnce() {
        CheckerLog log = log(Checkers.tcp(80));
        NotMade bind = new NotMade("socket bind", "Cannot assign requested address");
        log.outcome(UP, bind, Verdict.NONE, 0);
        log.outcome(UP, bind, Verdict.NONE, 0);
        log.outcome(UP, new NotMade("socket create", "Too many open files"), Verdict.NONE, 0);
        log.outcome(UP, new Passed(), Verdict.NONE, 0);
        log.outcome(UP, bind, Verdict.NONE, 0);
        String unbound =
                "TCP socket bind failed. Rescheduling. Check of [192.0.2.2]:tcp:80: Cannot assign requested address.";
        assertThat(lines())
                .containsExactly(
                        unbound,
                        "TCP socket create failed. Rescheduling. Check of [192.0.2.2]:tcp:80: Too many open files.",
                        unbound);
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static CheckerLog log(Checker checker) {
        return new CheckerLog(CheckAssignment.of(Configurations.of(Configurations.server(80, checker)))
                .get(0));
    }
}

package dev.pollux.healthcheck;

import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.NotMade;
import dev.pollux.healthcheck.policy.CheckState;
import dev.pollux.healthcheck.policy.CheckTransition.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log lines of one checker. They begin with the sentences that keepalived logs, because operators search for them; what
 * keepalived does not tell, the reason, follows.
 */
final class CheckerLog {

    private static final Logger log = LoggerFactory.getLogger("dev.pollux.healthcheck");

    private final CheckAssignment assignment;
    private String lastObstacle = "";

    CheckerLog(CheckAssignment assignment) {
        this.assignment = assignment;
    }

    void activated() {
        log.info("Activating healthchecker for service {} for VS {}", assignment.server(), assignment.virtualServer());
    }

    /** @param failuresBefore checks that failed in a row before this one */
    void outcome(CheckState before, CheckOutcome outcome, Verdict verdict, long failuresBefore) {
        if (outcome instanceof NotMade notMade) {
            notMade(notMade);
            return;
        }
        lastObstacle = "";
        if (outcome instanceof Failed failed) {
            failed(before, failed, verdict, failuresBefore);
        } else {
            passed(before, verdict);
        }
    }

    private void failed(CheckState before, Failed failed, Verdict verdict, long failuresBefore) {
        boolean logsAll = assignment.checker().timing().logAllFailures();
        if (logsAll && (before.up() || verdict == Verdict.DOWN)) {
            log.info("{} {}.", failed.failure().describe(assignment.server()), failed.reason());
        }
        if (verdict == Verdict.DOWN) {
            String retries = failuresBefore == 0 ? "" : " after " + failuresBefore + " retries";
            log.warn("{} on service {} failed{}. {}.", check(), assignment.server(), retries, failed.reason());
        }
    }

    private void passed(CheckState before, Verdict verdict) {
        if (!before.up() && assignment.checker() instanceof HttpCheck http) {
            log.info(
                    "HTTP status code success to {} url({})",
                    assignment.server(),
                    http.urls().get(before.step()).path());
        }
        if (verdict == Verdict.UP) {
            log.info(success(), assignment.server());
        }
    }

    /** Said once, until something else stands in the way or the way is clear again. */
    private void notMade(NotMade notMade) {
        String obstacle = notMade.step() + ": " + notMade.reason();
        if (!obstacle.equals(lastObstacle)) {
            lastObstacle = obstacle;
            log.warn(
                    "{} {} failed. Rescheduling. Check of {}: {}.",
                    isTcp() ? "TCP" : "WEB",
                    notMade.step(),
                    assignment.server(),
                    notMade.reason());
        }
    }

    void remark(String remark) {
        log.info("http_check for RS {} VS {} {}", assignment.server(), assignment.virtualServer(), remark);
    }

    private String success() {
        return switch (assignment.type()) {
            case "TCP_CHECK" -> "TCP connection to {} success.";
            case "BFD_CHECK" -> "BFD check of {} success.";
            default -> "Remote Web server {} succeed on service.";
        };
    }

    private boolean isTcp() {
        return "TCP_CHECK".equals(assignment.type());
    }

    /** keepalived calls checks over TLS by the same name. */
    private String check() {
        String type = assignment.type();
        return type.equals("TCP_CHECK") || type.equals("BFD_CHECK") ? type : "HTTP_CHECK";
    }
}

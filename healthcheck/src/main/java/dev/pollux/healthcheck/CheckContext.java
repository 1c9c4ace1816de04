package dev.pollux.healthcheck;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.TcpCheck;
import dev.pollux.healthcheck.probe.HttpChecker;
import dev.pollux.healthcheck.probe.Probe;
import dev.pollux.healthcheck.probe.TcpChecker;
import dev.pollux.healthcheck.probe.TlsClient;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the checkers of one loop share. */
record CheckContext(
        IoEventLoop loop,
        NanoClock clock,
        ConnectionBudget budget,
        TlsClient tls,
        LatenessListener lateness,
        HealthCheckListener listener) {

    private static final Logger log = LoggerFactory.getLogger(CheckContext.class);

    /** The way to ask what this checker asks. */
    Probe probe(Checker checker, Consumer<String> onRemark) {
        if (checker instanceof HttpCheck http) {
            return new HttpChecker(loop, clock, http, tls, onRemark);
        }
        if (checker instanceof TcpCheck tcp) {
            return new TcpChecker(loop, clock, tcp);
        }
        throw new IllegalArgumentException("no such checker: " + checker);
    }

    /** Hands a verdict on; a listener that fails is not the checker's trouble. */
    void tell(CheckerVerdict verdict) {
        try {
            listener.verdict(verdict);
        } catch (RuntimeException e) {
            log.error("Nobody took {}", verdict, e);
        }
    }
}

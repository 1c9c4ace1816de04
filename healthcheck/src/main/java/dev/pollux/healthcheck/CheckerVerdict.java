package dev.pollux.healthcheck;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServerKey;
import java.time.Duration;

/**
 * What one checker says of its real server: told with its first conclusion, with every change, and after a reload where the
 * place of a checker in its server's list has changed. The same verdict told twice means nothing new.
 *
 * @param checkerIndex place among the real server's checkers in the file, from 0
 * @param checker as it was configured when it concluded that
 * @param reason why, for people, without a full stop
 * @param latency how long the check took
 */
public record CheckerVerdict(
        VirtualServerKey virtualServer,
        RealServerKey realServer,
        int checkerIndex,
        Checker checker,
        boolean up,
        String reason,
        Duration latency) {}

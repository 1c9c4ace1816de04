package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.CheckTiming;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When checkers run: as they say, else their real server, else its virtual server, else their kind. */
final class TimingCompletion {

    private static final Duration DELAY_LOOP = Duration.ofSeconds(60);

    private final GlobalDraft global;

    /** Thousands of checkers share a few timings. */
    private final Map<CheckTiming, CheckTiming> timings = new HashMap<>();

    TimingCompletion(GlobalDraft global) {
        this.global = global;
    }

    CheckTiming complete(CheckerDraft draft, CheckerCompletion.Owner owner) {
        TimingDraft own = draft.timing;
        TimingDraft server = owner.server().timing;
        TimingDraft service = owner.service().timing;
        Duration delayLoop = first(own.delayLoop, server.delayLoop, service.delayLoop, DELAY_LOOP);
        Duration beforeRetry = first(
                own.delayBeforeRetry, server.delayBeforeRetry, service.delayBeforeRetry, draft.kind.delayBeforeRetry);
        CheckTiming timing = new CheckTiming(
                delayLoop,
                first(own.retry, server.retry, service.retry, draft.kind.retry),
                beforeRetry.isZero() ? delayLoop : beforeRetry,
                first(own.warmup, server.warmup, service.warmup, delayLoop),
                first(own.alpha, server.alpha, service.alpha, false),
                own.logAllFailures || global.logAllCheckerFailures);
        return timings.computeIfAbsent(timing, same -> same);
    }

    /** How often the servers of a virtual server are checked where they do not say. */
    Duration delayLoop(VirtualServerDraft service) {
        return service.timing.delayLoop == null ? DELAY_LOOP : service.timing.delayLoop;
    }

    static <T> T first(@Nullable T own, @Nullable T server, @Nullable T service, T fallback) {
        if (own != null) {
            return own;
        }
        if (server != null) {
            return server;
        }
        return service != null ? service : fallback;
    }
}

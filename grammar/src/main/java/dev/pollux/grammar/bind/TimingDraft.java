package dev.pollux.grammar.bind;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What virtual server, real server and checker can each say of when to check; null: the outer one decides. */
final class TimingDraft {

    @Nullable
    Duration delayLoop;

    @Nullable
    Integer retry;

    @Nullable
    Duration delayBeforeRetry;

    @Nullable
    Duration warmup;

    @Nullable
    Boolean alpha;

    boolean logAllFailures;

    /** Takes what the other says and this one does not. */
    void inherit(TimingDraft other) {
        delayLoop = delayLoop == null ? other.delayLoop : delayLoop;
        retry = retry == null ? other.retry : retry;
        delayBeforeRetry = delayBeforeRetry == null ? other.delayBeforeRetry : delayBeforeRetry;
        warmup = warmup == null ? other.warmup : warmup;
        alpha = alpha == null ? other.alpha : alpha;
        logAllFailures |= other.logAllFailures;
    }
}

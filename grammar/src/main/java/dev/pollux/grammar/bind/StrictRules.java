package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpInstance.InitialState;
import java.time.Duration;

/** What {@code vrrp_strict} and {@code strict_mode} forbid: taken out of the draft, with a report. */
final class StrictRules {

    private static final int DOWN_TIMER_ADVERTS = 3;

    private final Context context;

    StrictRules(Context context) {
        this.context = context;
    }

    void apply(InstanceDraft draft, int version, int priority) {
        state(draft, priority);
        if (draft.authentication != null) {
            context.contradiction(draft, "strict mode has no authentication, it is ignored", "remove it");
            draft.authentication = null;
        }
        if (draft.downTimerAdverts != null && draft.downTimerAdverts != DOWN_TIMER_ADVERTS) {
            context.contradiction(draft, "down_timer_adverts is 3 in strict mode", "remove it");
        }
        draft.downTimerAdverts = DOWN_TIMER_ADVERTS;
        if (draft.preemptDelay != null && !draft.preemptDelay.isZero()) {
            context.contradiction(draft, "strict mode has no preempt_delay, it is ignored", "remove it");
            draft.preemptDelay = Duration.ZERO;
        }
        if (draft.transmitOnBase) {
            context.contradiction(draft, "strict mode has no vmac_xmit_base, it is ignored", "remove it");
            draft.transmitOnBase = false;
        }
        if (draft.accept && version == 2) {
            context.contradiction(draft, "version 2 in strict mode has no accept mode, it is ignored", "remove accept");
            draft.accept = false;
        }
    }

    /** RFC 3768 6.4.1: the owner of the addresses begins as master, and nobody else. */
    private void state(InstanceDraft draft, int priority) {
        boolean owner = priority == VrrpInstance.OWNER_PRIORITY;
        if (draft.state != null && owner != (draft.state == InitialState.MASTER)) {
            draft.state = owner ? InitialState.MASTER : InitialState.BACKUP;
            context.contradiction(
                    draft,
                    "in strict mode the state is MASTER with priority 255 and only then, " + draft.state + " is taken",
                    "write state " + draft.state);
        }
    }
}

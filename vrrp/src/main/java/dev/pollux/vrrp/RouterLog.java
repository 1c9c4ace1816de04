package dev.pollux.vrrp;

import dev.pollux.vrrp.machine.RouterNotice;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TransitionReason;
import org.slf4j.Logger;

/** Log lines of one virtual router, in the words that operators of keepalived search for. */
final class RouterLog {

    private final Logger log;
    private final RepeatFilter repeats;
    private String name;

    RouterLog(Logger log, RepeatFilter repeats, String name) {
        this.log = log;
        this.repeats = repeats;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    void note(RouterNotice notice) {
        if (notice.repeats() && !repeats.isNew(notice.text())) {
            return;
        }
        if (notice.kind() == RouterNotice.Kind.WARNING) {
            log.warn("({}) {}", name, notice.text());
        } else {
            log.info("({}) {}", name, notice.text());
        }
    }

    /** Something about a received packet. */
    void packet(String line) {
        if (repeats.isNew(line)) {
            log.info("({}) {}", name, line);
        }
    }

    /** Two masters, or no longer. */
    void splitBrain(String line) {
        log.warn("({}) {}", name, line);
    }

    void priority(int from, int to) {
        log.info("({}) Changing effective priority from {} to {}", name, from, to);
    }

    void entered(VirtualRouterTransition transition) {
        TransitionReason reason = transition.reason();
        if (transition.to() == StateName.INIT) {
            log.debug("({}) stopped", name);
        } else if (transition.to() == StateName.FAULT) {
            log.warn("({}) {}", name, reason.text());
            log.warn("({}) Entering FAULT STATE", name);
        } else if (reason.kind() == TransitionReason.Kind.STARTED) {
            log.info("({}) Entering {} STATE (init)", name, transition.to());
        } else {
            if (reason.kind() == TransitionReason.Kind.ADDRESS_LOST) {
                log.warn("({}) {}", name, reason.text());
            }
            log.info("({}) Entering {} STATE", name, transition.to());
        }
    }
}

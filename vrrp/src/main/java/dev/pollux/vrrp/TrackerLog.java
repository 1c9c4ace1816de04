package dev.pollux.vrrp;

import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.vrrp.machine.TrackerReading;
import java.util.Collection;
import org.slf4j.Logger;

/** Log lines about what is tracked, in keepalived's words; whoever looks at scripts, files and processes says theirs. */
record TrackerLog(Logger log) {

    /** A BFD session came up or went down, or is heard of for the first time. */
    void read(TrackerKey key, TrackerReading reading, Collection<VirtualRouter> routers) {
        if (key.kind() != TrackerKey.Kind.BFD || !(reading instanceof TrackerReading.Health health)) {
            return;
        }
        boolean said = false;
        for (VirtualRouter router : routers) {
            if (router.instance().tracking().objects().stream()
                    .anyMatch(object -> object.key().equals(key))) {
                if (!said) {
                    said = true;
                    log.info(
                            "Received BFD event: instance {} is in state {}",
                            key.name(),
                            health.well() ? "Up" : "Down");
                }
                log.info(
                        "VRRP_Instance({}) Tracked BFD instance {} is {}",
                        router.name(),
                        key.name(),
                        health.well() ? "UP" : "DOWN");
            }
        }
    }
}

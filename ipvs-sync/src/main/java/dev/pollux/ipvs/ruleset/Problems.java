package dev.pollux.ipvs.ruleset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps a feature from working now; each is logged when it is found, when it changes and when it is gone. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Map<String, String> current = new TreeMap<>();
    private final String feature;

    /**
     * None yet.
     *
     * @param feature its name, for the log
     */
    public Problems(String feature) {
        this.feature = feature;
    }

    public void found(String subject, String what) {
        if (!what.equals(current.put(subject, what))) {
            log.error("{}: {}: {}", feature, subject, what);
        }
    }

    public void solved(String subject) {
        if (current.remove(subject) != null) {
            log.info("{}: {}: mended", feature, subject);
        }
    }

    public void forget() {
        current.clear();
    }

    public List<String> list() {
        return current.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }
}

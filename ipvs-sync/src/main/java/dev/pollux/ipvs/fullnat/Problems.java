package dev.pollux.ipvs.fullnat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps FULLNAT from working now; each is logged when it is found, when it changes and when it is gone. */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Map<String, String> current = new TreeMap<>();

    void found(String subject, String what) {
        if (!what.equals(current.put(subject, what))) {
            log.error("FULLNAT: {}: {}", subject, what);
        }
    }

    void solved(String subject) {
        if (current.remove(subject) != null) {
            log.info("FULLNAT: {}: mended", subject);
        }
    }

    void forget() {
        current.clear();
    }

    List<String> list() {
        return current.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }
}

package dev.pollux.grammar.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Who is told what an instance or sync group does. */
public record NotifySettings(Map<Occasion, Script> scripts, Set<Flag> flags) {

    public NotifySettings {
        scripts = Map.copyOf(scripts.isEmpty() ? Map.of() : new EnumMap<>(scripts));
        flags = Set.copyOf(flags);
    }

    /** Nobody is. */
    public static NotifySettings none() {
        return new NotifySettings(Map.of(), Set.of());
    }

    /** When a script is run. */
    public enum Occasion {
        MASTER("notify_master"),
        BACKUP("notify_backup"),
        FAULT("notify_fault"),
        STOP("notify_stop"),
        DELETED("notify_deleted"),
        MASTER_HEARD_LOWER_PRIORITY("notify_master_rx_lower_pri"),
        /** On every change of state, and told which. */
        ANY("notify");

        private final String keyword;

        Occasion(String keyword) {
            this.keyword = keyword;
        }

        public String keyword() {
            return keyword;
        }
    }

    /** What is on. */
    public enum Flag {
        /** {@code smtp_alert}. */
        MAIL,
        /** {@code notify_priority_changes}: the FIFOs hear of them. */
        PRIORITY_CHANGES,
        /** {@code notify_deleted}: an instance that a reload removed is told as deleted, not as faulty. */
        DELETION
    }
}

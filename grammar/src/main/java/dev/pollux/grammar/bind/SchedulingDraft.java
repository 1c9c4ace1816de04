package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.SchedulingSettings;
import dev.pollux.grammar.model.ThreadSettings;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What {@code global_defs} says of priorities while it is being read. */
final class SchedulingDraft {

    /** {@code vrrp_real_time}. */
    boolean realTime = true;

    /** {@code max_auto_priority}; below 1: none. */
    int highestAutomatic = SchedulingSettings.defaults().highestAutomatic();

    Duration automaticDelay = SchedulingSettings.defaults().automaticDelay();

    final Part vrrp = new Part(SchedulingSettings.defaults().vrrp());
    final Part checkers = new Part(SchedulingSettings.defaults().checkers());
    final Part bfd = new Part(SchedulingSettings.defaults().bfd());

    /** Of one part of the program. */
    static final class Part {

        private ThreadSettings settings;

        private Part(ThreadSettings settings) {
            this.settings = settings;
        }

        void realTime(int priority) {
            set(known -> known.withRealTime(priority));
        }

        void nice(int value) {
            set(known -> new ThreadSettings(known.realTimePriority(), value, known.processors()));
        }

        void processors(Set<Integer> numbers) {
            set(known -> new ThreadSettings(known.realTimePriority(), known.nice(), numbers));
        }

        private void set(UnaryOperator<ThreadSettings> change) {
            settings = change.apply(settings);
        }
    }

    SchedulingSettings complete() {
        return new SchedulingSettings(
                realTime ? vrrp.settings : vrrp.settings.withRealTime(0),
                checkers.settings,
                bfd.settings,
                Math.max(0, highestAutomatic),
                automaticDelay);
    }
}

package dev.pollux.director.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.Trackers.ParameterMatch;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.grammar.model.Trackers.Worth;
import dev.pollux.linux.processes.RunningProcess;
import dev.pollux.linux.testing.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessMatchTest {

    @ParameterizedTest(name = "{0} full {1} {2}: {3} called {4} matches {5}")
    @CsvSource({
        "haproxy, false, NONE, haproxy, /usr/sbin/haproxy -f x, true",
        "/usr/sbin/haproxy, false, NONE, haproxy, haproxy, true",
        "haprox, false, NONE, haproxy, haproxy, false",
        "a-very-long-name-indeed, false, NONE, a-very-long-nam, x, true",
        "/usr/sbin/haproxy, true, NONE, haproxy, /usr/sbin/haproxy -f x, true",
        "haproxy, true, NONE, haproxy, /usr/sbin/haproxy, false",
        "/bin/p -a -b, false, NONE, p, /bin/p -a -b, true",
        "/bin/p -a -b, false, NONE, p, /bin/p -a -b -c, false",
        "/bin/p -a, false, PARTIAL, p, /bin/p -a -b, true",
        "/bin/p -a, false, PARTIAL, p, /bin/p -b -a, false",
        "/bin/p --conf, false, INITIAL, p, /bin/p --config=x, true",
        "/bin/p --conf, false, INITIAL, p, /bin/p --config=x -b, false",
        "/bin/p, false, EXACT, p, /bin/p, true",
        "/bin/p, false, EXACT, p, /bin/p -a, false",
        "/bin/p, false, INITIAL, p, /bin/p -a, false",
        "kthreadd, false, NONE, kthreadd, '', true",
    })
    void meansWhatItSays(
            String command, boolean full, ParameterMatch match, String name, String commandLine, boolean matches) {
        RunningProcess process = new RunningProcess(7, name, words(commandLine));
        assertThat(ProcessMatch.matches(tracker(words(command), full, match, Duration.ZERO), process))
                .isEqualTo(matches);
    }

    @Test
    void aQuorumIsLostAndGainedOnlyWhenThatLasts() {
        VirtualLoop loop = new VirtualLoop();
        List<Boolean> heard = new ArrayList<>();
        ProcessTracker tracker = tracker(List.of("p"), false, ParameterMatch.NONE, Duration.ofSeconds(2));
        TrackedProcesses tracked = new TrackedProcesses(tracker, loop.loop(), loop.clock(), heard::add);
        tracked.begin(List.of(process(1), process(2)));
        assertThat(heard).containsExactly(true);

        tracked.ended(1);
        loop.advance(Duration.ofSeconds(1).toNanos());
        tracked.forked(3, 2);
        loop.advance(Duration.ofSeconds(5).toNanos());
        assertThat(heard).as("two again in time").containsExactly(true);

        tracked.ended(3);
        loop.advance(Duration.ofSeconds(3).toNanos());
        assertThat(heard).containsExactly(true, false);

        tracked.saw(process(4));
        tracked.saw(process(5));
        tracked.saw(process(6));
        tracked.saw(process(7));
        loop.advance(Duration.ofSeconds(3).toNanos());
        assertThat(heard).as("five are too many").containsExactly(true, false);
        tracked.saw(new RunningProcess(7, "other", List.of("other")));
        loop.advance(Duration.ofSeconds(3).toNanos());
        assertThat(heard).containsExactly(true, false, true);
        assertThat(tracked.status().count()).isEqualTo(4);
    }

    private static RunningProcess process(int pid) {
        return new RunningProcess(pid, "p", List.of("p"));
    }

    private static ProcessTracker tracker(List<String> command, boolean full, ParameterMatch match, Duration delay) {
        return new ProcessTracker("T", command, full, match, 2, 4, delay, delay, new Worth(0, false));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}

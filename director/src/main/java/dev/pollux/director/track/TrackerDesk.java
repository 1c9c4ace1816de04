package dev.pollux.director.track;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.script.ScriptKind;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.TrackerKey.Kind;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.Trackers.FileTracker;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.grammar.model.Trackers.ScriptTracker;
import dev.pollux.linux.file.FileWatcher;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.machine.TrackerReading;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All trackers of the configuration in force. Owned by the {@code control} loop. */
public final class TrackerDesk {

    private final IoEventLoop loop;
    private final ScriptCounts counts;
    private final ReadingListener listener;
    private final Map<String, TrackedScript> scripts = new LinkedHashMap<>();
    private final Map<String, TrackedFile> files = new LinkedHashMap<>();
    private final Map<String, TrackedProcesses> processes = new LinkedHashMap<>();
    private final ProcessWatch processWatch;
    private @Nullable FileWatcher fileWatcher;

    /** Tracks nothing. */
    public TrackerDesk(IoEventLoop loop, ScriptCounts counts, ReadingListener listener) {
        this.loop = loop;
        this.counts = counts;
        this.listener = listener;
        this.processWatch = new ProcessWatch(loop, processes::values);
    }

    /** Tracks what the configuration says; what did not change goes on as it is. */
    public void apply(Trackers next, ScriptCommands commands) {
        assert loop.inEventLoop();
        drop(next);
        next.scripts().forEach(tracker -> script(tracker, commands));
        next.files().forEach(this::file);
        List<ProcessTracker> added = next.processes().stream()
                .filter(tracker -> !processes.containsKey(tracker.name()))
                .toList();
        if (!added.isEmpty()) {
            processes(added);
        } else if (processes.isEmpty()) {
            processWatch.stop();
        }
    }

    /** Ends everything; scripts that run are killed. */
    public void stop() {
        apply(Trackers.none(), ScriptCommands.local(false));
        if (fileWatcher != null) {
            fileWatcher.close();
            fileWatcher = null;
        }
    }

    /** What is known of each tracker, in the order of the configuration. */
    public List<TrackerStatus> status() {
        List<TrackerStatus> all = new ArrayList<>();
        scripts.forEach((name, one) ->
                all.add(new TrackerStatus(key(Kind.SCRIPT, name), one.health().well() ? 1 : 0)));
        files.forEach((name, one) -> all.add(new TrackerStatus(key(Kind.FILE, name), one.value())));
        processes.forEach((name, one) -> all.add(new TrackerStatus(key(Kind.PROCESS, name), one.well() ? 1 : 0)));
        return all;
    }

    /** The same of processes, in numbers. */
    public List<ProcessStatus> processes() {
        return processes.values().stream().map(TrackedProcesses::status).toList();
    }

    /**
     * One tracker.
     *
     * @param value a file's number; of others 1 when well, else 0
     */
    public record TrackerStatus(TrackerKey key, long value) {}

    private void drop(Trackers next) {
        Set<String> scriptNames =
                next.scripts().stream().map(ScriptTracker::name).collect(Collectors.toSet());
        scripts.entrySet().removeIf(entry -> {
            boolean gone = !scriptNames.contains(entry.getKey());
            if (gone) {
                entry.getValue().stop();
            }
            return gone;
        });
        files.values().removeIf(file -> {
            boolean gone = !next.files().contains(file.tracker());
            if (gone) {
                file.stop();
            }
            return gone;
        });
        processes.values().removeIf(one -> {
            boolean gone = !next.processes().contains(one.tracker());
            if (gone) {
                one.stop();
            }
            return gone;
        });
    }

    private void script(ScriptTracker tracker, ScriptCommands commands) {
        TrackedScript running = scripts.get(tracker.name());
        if (running != null) {
            running.reconfigure(tracker, commands);
            return;
        }
        TrackerKey key = key(Kind.SCRIPT, tracker.name());
        TrackedScript added = new TrackedScript(
                loop,
                tracker,
                commands,
                new TrackedScript.Hearing(
                        counts.of(ScriptKind.TRACK),
                        health -> listener.read(key, new TrackerReading.Health(health.well()))));
        scripts.put(tracker.name(), added);
        added.start();
    }

    /** The file is initialized when it is first tracked, not when a reload changes what it counts. */
    private void file(FileTracker tracker) {
        if (files.containsKey(tracker.name())) {
            return;
        }
        if (fileWatcher == null) {
            fileWatcher = new FileWatcher(loop);
        }
        TrackerKey key = key(Kind.FILE, tracker.name());
        TrackedFile added =
                new TrackedFile(tracker, fileWatcher, value -> listener.read(key, new TrackerReading.Value(value)));
        files.put(tracker.name(), added);
        added.start(true);
    }

    private void processes(List<ProcessTracker> added) {
        processWatch.start();
        List<TrackedProcesses> fresh = new ArrayList<>();
        for (ProcessTracker tracker : added) {
            TrackerKey key = key(Kind.PROCESS, tracker.name());
            TrackedProcesses one = new TrackedProcesses(
                    tracker, loop, NanoClock.system(), well -> listener.read(key, new TrackerReading.Health(well)));
            processes.put(tracker.name(), one);
            fresh.add(one);
        }
        var all = processWatch.all();
        fresh.forEach(one -> one.begin(all));
    }

    private static TrackerKey key(Kind kind, String name) {
        return new TrackerKey(kind, name);
    }
}

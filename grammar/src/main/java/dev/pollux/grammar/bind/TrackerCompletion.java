package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.FileCheck;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.TrackSettings.TrackedObject;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.Trackers.FileTracker;
import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.grammar.model.Trackers.ScriptTracker;
import dev.pollux.grammar.model.Trackers.Worth;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VrrpInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is tracked by name, and what that is worth to each instance. */
final class TrackerCompletion {

    private final Context context;
    private final GlobalDraft global;
    private final ScriptChecks checks;
    private final Map<TrackerKey, TrackerDraft> defined = new LinkedHashMap<>();
    private final Map<TrackerKey, Worth> worths = new HashMap<>();

    TrackerCompletion(Context context, ConfigurationDraft draft, ScriptChecks checks) {
        this.context = context;
        this.global = draft.global;
        this.checks = checks;
        for (TrackerDraft tracker : draft.trackers) {
            TrackerKey.Kind kind = tracker.kind.trackerKind();
            if (kind != null) {
                defined.putIfAbsent(new TrackerKey(kind, tracker.name), tracker);
            }
        }
        defined.forEach((key, tracker) -> worths.put(key, tracker.worth()));
        draft.sessions.forEach((name, session) -> worths.put(new TrackerKey(TrackerKey.Kind.BFD, name), session.worth));
    }

    /** What an instance tracks, with its group's. */
    List<TrackedObject> objects(InstanceDraft draft, boolean owner) {
        Map<TrackerKey, TrackedObject> objects = new LinkedHashMap<>();
        List<TrackedReference> all = new ArrayList<>(draft.trackedObjects);
        all.addAll(draft.groupObjects);
        for (TrackedReference reference : all) {
            Worth worth = worths.get(reference.key());
            if (worth != null && !objects.containsKey(reference.key())) {
                TrackedObject object = object(reference, worth);
                if (counts(draft, object, owner)) {
                    objects.put(reference.key(), object);
                }
            }
        }
        return objects.values().stream()
                .sorted(Comparator.comparing(object -> object.key().kind()))
                .toList();
    }

    /** Those that some instance or checker of the finished configuration tracks. */
    Trackers trackers(List<VrrpInstance> instances, List<VirtualServer> servers) {
        Set<TrackerKey> used = new HashSet<>();
        instances.forEach(instance -> instance.tracking().objects().forEach(object -> used.add(object.key())));
        servers.forEach(server -> addWatched(server, used));
        List<ScriptTracker> scriptTrackers = new ArrayList<>();
        List<FileTracker> files = new ArrayList<>();
        List<ProcessTracker> processes = new ArrayList<>();
        defined.forEach((key, draft) -> {
            if (used.contains(key)) {
                switch (key.kind()) {
                    case SCRIPT -> scriptTrackers.add(script(draft));
                    case FILE -> files.add(new FileTracker(draft.name, draft.path, draft.worth(), draft.initial));
                    case PROCESS -> processes.add(process(draft));
                    case BFD -> throw new IllegalStateException("a session is no tracker of its own");
                }
            }
        });
        return new Trackers(scriptTrackers, files, processes);
    }

    private static void addWatched(VirtualServer server, Set<TrackerKey> used) {
        for (RealServer real : server.realServers()) {
            for (Checker checker : real.checkers()) {
                if (checker instanceof FileCheck check) {
                    used.add(new TrackerKey(TrackerKey.Kind.FILE, check.trackFile()));
                }
            }
        }
    }

    private static TrackedObject object(TrackedReference reference, Worth standard) {
        TrackLine line = reference.line();
        return new TrackedObject(
                reference.key(),
                line.weight() == null ? standard.weight() : line.weight(),
                line.reverse() == null ? standard.reverse() : line.reverse());
    }

    private boolean counts(InstanceDraft draft, TrackedObject object, boolean owner) {
        if (object.weight() == 0 || !(owner || draft.weightsIgnored)) {
            return true;
        }
        String why = owner
                ? "the priority of an address owner never changes"
                : "weights have no effect in a sync group without sync_group_tracking_weight";
        context.contradiction(
                draft,
                why + ", " + object.key().name() + " is not tracked",
                "write weight 0 to have failure mean FAULT");
        return false;
    }

    private ScriptTracker script(TrackerDraft draft) {
        Script script = global.owned(draft.scriptAsUser());
        return new ScriptTracker(
                draft.name,
                script,
                checks.isRunnable(draft.scriptAsUser()),
                draft.interval,
                draft.timeout,
                draft.rise,
                draft.fall,
                draft.worth(),
                draft.initiallyFailed);
    }

    private static ProcessTracker process(TrackerDraft draft) {
        return new ProcessTracker(
                draft.name,
                draft.command,
                draft.fullCommand,
                draft.match,
                draft.quorum,
                draft.maximum,
                draft.terminateDelay,
                draft.forkDelay,
                draft.worth());
    }
}

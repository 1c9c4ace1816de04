package dev.pollux.director.dump;

import dev.pollux.director.metrics.Clocks;
import dev.pollux.director.track.ProcessStatus;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.DumpSettings;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.RouterCounts;
import dev.pollux.vrrp.VirtualRouterStatus;
import dev.pollux.vrrp.bfd.BfdSessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is asked for by signal. Owned by the {@code control} loop. */
public final class DumpDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DumpDesk.class);
    private static final String STATE = "keepalived.data";
    private static final RouterCounts NOTHING = new RouterCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    private final Path folder;
    private final Map<VirtualRouterKey, RouterCounts> baselines = new HashMap<>();

    /** For the folder that keepalived would take: TMPDIR if that is one, else /tmp. */
    public DumpDesk() {
        this(folder(System.getenv("TMPDIR")));
    }

    DumpDesk(Path folder) {
        this.folder = folder;
    }

    /**
     * What there is to write.
     *
     * @param trackers what is known of each tracker, by kind and name: {@code script check}
     */
    public record Snapshot(
            Configuration inForce,
            List<VirtualRouterStatus> routers,
            Map<String, String> syncGroups,
            Map<String, String> trackers,
            List<ProcessStatus> processes,
            List<BfdSessionStatus> sessions) {

        public Snapshot {
            routers = List.copyOf(routers);
            syncGroups = Map.copyOf(syncGroups);
            trackers = Map.copyOf(trackers);
            processes = List.copyOf(processes);
            sessions = List.copyOf(sessions);
        }
    }

    /** {@code keepalived.data}, for SIGUSR1, and {@code keepalived_bfd.data} where there are sessions. */
    public void state(Snapshot snapshot) {
        write(
                stateFile(snapshot.inForce().global().dumps(), ""),
                StateText.of(routers(snapshot), snapshot.syncGroups(), snapshot.trackers(), snapshot.inForce()));
        if (!snapshot.sessions().isEmpty()) {
            write(stateFile(snapshot.inForce().global().dumps(), "_bfd"), SessionText.of(snapshot.sessions()));
        }
    }

    /** {@code keepalived.stats}, for SIGUSR2. */
    public void statistics(Snapshot snapshot) {
        write(folder.resolve("keepalived.stats"), StatisticsText.of(routers(snapshot)));
    }

    /** The same, and from then on it counts from 0; metrics do not. */
    public void statisticsAnew(Snapshot snapshot) {
        statistics(snapshot);
        baselines.clear();
        snapshot.routers().forEach(router -> baselines.put(router.key(), router.counts()));
    }

    /** {@code keepalived.json}, for SIGRTMIN+2; nothing where there is no instance. */
    public void json(Snapshot snapshot, Clocks clocks) {
        if (!snapshot.routers().isEmpty()) {
            JsonText.Source source = new JsonText.Source(
                    routers(snapshot),
                    status -> status.lastTransition()
                            .map(last -> clocks.epochSeconds(last.atNanos()))
                            .orElse(0.0),
                    snapshot.inForce().trackers().scripts(),
                    snapshot.processes());
            boolean object = snapshot.inForce().global().dumps().jsonVersion() > 1;
            write(folder.resolve("keepalived.json"), JsonText.of(source, object));
        }
    }

    private List<RouterDump> routers(Snapshot snapshot) {
        Map<VirtualRouterKey, VrrpInstance> instances = new HashMap<>();
        snapshot.inForce().vrrpInstances().forEach(instance -> instances.put(instance.key(), instance));
        List<RouterDump> dumps = new ArrayList<>();
        for (VirtualRouterStatus status : snapshot.routers()) {
            VrrpInstance instance = instances.get(status.key());
            if (instance != null) {
                dumps.add(new RouterDump(instance, status, baselines.getOrDefault(status.key(), NOTHING)));
            }
        }
        return dumps;
    }

    /** @param process what keepalived puts behind the name for its other processes */
    private Path stateFile(DumpSettings settings, String process) {
        String given = settings.stateFile().endsWith("/") ? settings.stateFile() + STATE : settings.stateFile();
        Path path = folder.resolve(given.isEmpty() ? STATE : given);
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        String suffix = settings.suffix().isEmpty() ? "" : "." + settings.suffix();
        return path.resolveSibling(name.substring(0, dot) + process + suffix + name.substring(dot));
    }

    private void write(Path path, String text) {
        DumpFile file = new DumpFile(path);
        try {
            file.write(text);
            LOG.info("Wrote {}", file.path());
        } catch (IOException e) {
            LOG.error("Cannot write {}: {}", file.path(), e.toString());
        }
    }

    private static Path folder(@Nullable String given) {
        Path path = Path.of(given == null ? "" : given);
        return path.isAbsolute() && Files.isDirectory(path) ? path : Path.of("/tmp");
    }
}

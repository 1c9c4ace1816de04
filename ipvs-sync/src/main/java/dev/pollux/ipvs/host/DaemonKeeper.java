package dev.pollux.ipvs.host;

import dev.pollux.grammar.model.SyncDaemonSettings;
import dev.pollux.ipvs.kernel.DaemonTable;
import dev.pollux.ipvs.kernel.SyncDaemon;
import dev.pollux.ipvs.kernel.SyncDaemon.Role;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the kernel's sync daemons with the state of the instance they follow. One that runs as it should is left
 * running, whoever started it. Owned by the {@code host} loop.
 */
final class DaemonKeeper {

    private static final Logger log = LoggerFactory.getLogger(DaemonKeeper.class);
    private static final String ABSENT = "this kernel has no IPVS";

    private final DaemonTable.Source source;
    private final Set<String> masters = new HashSet<>();
    private final Set<Role> ours = new HashSet<>();
    private @Nullable SyncDaemonSettings settings;
    private String trouble = "";

    DaemonKeeper(DaemonTable.Source source) {
        this.source = source;
    }

    /** What is configured now; null: no daemon. */
    void configure(@Nullable SyncDaemonSettings next) {
        settings = next;
        keep();
    }

    /** An instance became master, or is it no longer. */
    void instance(String name, boolean master) {
        boolean changed = master ? masters.add(name) : masters.remove(name);
        SyncDaemonSettings current = settings;
        if (changed && current != null && name.equals(current.instance())) {
            keep();
        }
    }

    /** Compares what runs with what should, and makes it so. Also to be called every few seconds. */
    void keep() {
        if (settings == null && ours.isEmpty()) {
            return;
        }
        Map<Role, SyncDaemon> wanted = new EnumMap<>(Role.class);
        if (settings != null) {
            String instance = settings.instance();
            wanted.putAll(WantedDaemons.of(settings, instance != null && masters.contains(instance)));
        }
        try (DaemonTable table = source.open().orElse(null)) {
            if (table == null) {
                failed(ABSENT);
            } else {
                settle(table, wanted);
                trouble = "";
            }
        } catch (SystemCallException e) {
            failed(e.getMessage());
        }
    }

    private void settle(DaemonTable table, Map<Role, SyncDaemon> wanted) {
        Map<Role, SyncDaemon> running = new EnumMap<>(Role.class);
        table.daemons().forEach(daemon -> running.put(daemon.role(), daemon));
        for (Role role : Role.values()) {
            SyncDaemon present = running.get(role);
            SyncDaemon due = wanted.get(role);
            boolean leaves =
                    due == null ? settings != null || ours.contains(role) : present != null && !due.isMetBy(present);
            if (present != null && leaves) {
                table.stopDaemon(role);
                running.remove(role);
                log.info("Stopped the IPVS sync daemon, {}, of {}", role, present.interfaceName());
            }
            if (due == null) {
                ours.remove(role);
            }
        }
        wanted.forEach((role, due) -> {
            if (!running.containsKey(role)) {
                table.startDaemon(due);
                log.info("Started the IPVS sync daemon, {}, on {} with id {}", role, due.interfaceName(), due.syncId());
            }
            ours.add(role);
        });
    }

    private void failed(@Nullable String reason) {
        String text = String.valueOf(reason);
        if (!text.equals(trouble)) {
            trouble = text;
            log.error(
                    "The IPVS sync daemons are not as lvs_sync_daemon asks, trying again every few seconds: {}", text);
        }
    }
}

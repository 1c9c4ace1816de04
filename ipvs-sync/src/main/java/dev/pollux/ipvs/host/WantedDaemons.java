package dev.pollux.ipvs.host;

import dev.pollux.grammar.model.SyncDaemonSettings;
import dev.pollux.ipvs.kernel.SyncDaemon;
import dev.pollux.ipvs.kernel.SyncDaemon.Role;
import java.util.EnumMap;
import java.util.Map;

/** Which sync daemons should run. Pure. */
final class WantedDaemons {

    private WantedDaemons() {}

    /**
     * With an instance one: the one that sends while the instance is master, else the one that listens. Without both, so
     * that each director tells the other.
     */
    static Map<Role, SyncDaemon> of(SyncDaemonSettings settings, boolean master) {
        Map<Role, SyncDaemon> wanted = new EnumMap<>(Role.class);
        boolean both = settings.instance() == null;
        if (both || master) {
            wanted.put(Role.MASTER, daemon(Role.MASTER, settings));
        }
        if (both || !master) {
            wanted.put(Role.BACKUP, daemon(Role.BACKUP, settings));
        }
        return wanted;
    }

    private static SyncDaemon daemon(Role role, SyncDaemonSettings settings) {
        return new SyncDaemon(
                role,
                settings.interfaceName(),
                settings.syncId(),
                settings.maxLength(),
                settings.port(),
                settings.ttl(),
                settings.group());
    }
}

package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.ipvs.IpvsStatus;
import dev.pollux.ipvs.RealServerStatus;
import dev.pollux.ipvs.VirtualServerStatus;
import dev.pollux.ipvs.kernel.DestinationLoad;
import dev.pollux.ipvs.kernel.TrafficStatistics;
import dev.pollux.ipvs.reconcile.Availability;
import dev.pollux.ipvs.reconcile.ReconcileStatus;
import java.util.ArrayList;
import java.util.List;

/** Samples of the virtual servers and of the kernel's IPVS table. */
public final class IpvsSamples {

    private static final double NANOS = 1e9;
    private static final String[] VIRTUAL = {"virtual_server"};
    private static final String[] REAL = {"virtual_server", "real_server"};
    private static final String[] TRAFFIC = {"virtual_server", "real_server", "direction"};

    static final Family AVAILABLE =
            gauge("pollux_ipvs_available", "1 while the kernel's IPVS can be programmed, else 0");
    static final Family PASSES =
            counter("pollux_ipvs_reconcile_runs_total", "How often the kernel's table was compared");
    static final Family PASS_TIME =
            gauge("pollux_ipvs_reconcile_last_duration_seconds", "How long the last comparison and its commands took");
    static final Family COMMANDS = counter("pollux_ipvs_commands_total", "Commands that the kernel carried out");
    static final Family FAILURES =
            counter("pollux_ipvs_command_failures_total", "Commands that the kernel refused, and failed system calls");
    static final Family REPAIRS =
            counter("pollux_ipvs_drift_repairs_total", "How often others had changed entries of ours");
    static final Family REPAIR_COMMANDS =
            counter("pollux_ipvs_drift_repair_commands_total", "How many commands it took to put that right");
    static final Family OBSERVATIONS =
            counter("pollux_ipvs_drift_observed_total", "How often others had changed entries of ours and were let");
    static final Family DRIFT = gauge(
            "pollux_ipvs_drift_entries", "Differences to the configuration that were let, drift_repair observe or off");
    static final Family FOREIGN =
            gauge("pollux_ipvs_foreign_services", "Services in the kernel's table that are not in the configuration");

    static final Family OVERRIDES =
            gauge("pollux_ipvs_overrides", "Changes by pollux ipvsadm that are in force until they are lifted");

    static final Family SYSCTLS = gauge(
            "pollux_sysctl_differences",
            "Kernel settings that are not as the configuration needs them, at the last look");

    static final Family QUORUM = gauge("pollux_virtual_server_quorum_up", "1 while it has its quorum, else 0", VIRTUAL);
    static final Family QUORUM_WANTED =
            gauge("pollux_virtual_server_quorum", "Weight that is needed, as configured", VIRTUAL);
    static final Family ALIVE_WEIGHT =
            gauge("pollux_virtual_server_alive_weight", "Sum of the weights of the living real servers", VIRTUAL);
    static final Family SORRY =
            gauge("pollux_virtual_server_sorry_server_active", "1 while the sorry server stands in, else 0", VIRTUAL);
    static final Family QUORUM_CHANGES =
            counter("pollux_virtual_server_quorum_changes_total", "Times the quorum was gained or lost", VIRTUAL);

    static final Family UP = gauge("pollux_real_server_up", "1 while it counts as up, else 0", REAL);
    static final Family WEIGHT = gauge("pollux_real_server_weight", "Weight, with what checkers add to it", REAL);
    static final Family FAILED =
            gauge("pollux_real_server_failed_checkers", "How many of its checkers count as failed", REAL);
    static final Family CHANGES = counter("pollux_real_server_changes_total", "Times it went up or down", REAL);
    static final Family LAST_CHANGE = gauge(
            "pollux_real_server_last_change_timestamp_seconds",
            "When it last went up or down, or was configured, in seconds since 1970",
            REAL);
    static final Family ACTIVE =
            gauge("pollux_real_server_connections_active", "Established connections, as ipvsadm shows them", REAL);
    static final Family INACTIVE =
            gauge("pollux_real_server_connections_inactive", "Other connections that the kernel remembers", REAL);
    static final Family CONNECTIONS =
            counter("pollux_real_server_connections_total", "Connections scheduled to it", REAL);
    static final Family BYTES = counter("pollux_real_server_bytes_total", "Bytes by direction, in or out", TRAFFIC);
    static final Family PACKETS =
            counter("pollux_real_server_packets_total", "Packets by direction, in or out", TRAFFIC);

    private IpvsSamples() {}

    static List<Family> families() {
        return List.of(
                AVAILABLE,
                PASSES,
                PASS_TIME,
                COMMANDS,
                FAILURES,
                REPAIRS,
                REPAIR_COMMANDS,
                OBSERVATIONS,
                DRIFT,
                FOREIGN,
                OVERRIDES,
                SYSCTLS,
                QUORUM,
                QUORUM_WANTED,
                ALIVE_WEIGHT,
                SORRY,
                QUORUM_CHANGES,
                UP,
                WEIGHT,
                FAILED,
                CHANGES,
                LAST_CHANGE,
                ACTIVE,
                INACTIVE,
                CONNECTIONS,
                BYTES,
                PACKETS);
    }

    /** Samples of everything. */
    public static List<Sample> of(IpvsStatus status, Clocks clocks) {
        List<Sample> samples = new ArrayList<>(ofTable(status.table()));
        for (VirtualServerStatus server : status.virtualServers()) {
            samples.addAll(ofVirtualServer(server));
            for (RealServerStatus real : server.realServers()) {
                samples.addAll(ofRealServer(server, real, clocks));
            }
        }
        return samples;
    }

    /** Samples of the kernel's settings. */
    public static List<Sample> ofSysctls(int differences) {
        return List.of(SYSCTLS.sample(differences));
    }

    /** The sample of overrides. */
    public static List<Sample> ofOverrides(int inForce) {
        return List.of(OVERRIDES.sample(inForce));
    }

    private static List<Sample> ofTable(ReconcileStatus table) {
        return List.of(
                AVAILABLE.sample(table.availability() instanceof Availability.Available ? 1 : 0),
                PASSES.sample(table.passes()),
                PASS_TIME.sample(table.lastPassNanos() / NANOS),
                COMMANDS.sample(table.commands()),
                FAILURES.sample(table.failures()),
                REPAIRS.sample(table.repairs()),
                REPAIR_COMMANDS.sample(table.repairCommands()),
                OBSERVATIONS.sample(table.observations()),
                DRIFT.sample(table.driftLeft()),
                FOREIGN.sample(table.foreignServices()));
    }

    private static List<Sample> ofVirtualServer(VirtualServerStatus server) {
        String name = server.configured().key().toString();
        return List.of(
                QUORUM.sample(server.quorumUp() ? 1 : 0, name),
                QUORUM_WANTED.sample(server.configured().quorum().quorum(), name),
                ALIVE_WEIGHT.sample(server.aliveWeight(), name),
                SORRY.sample(server.sorryServerServes() ? 1 : 0, name),
                QUORUM_CHANGES.sample(server.quorum().transitions(), name));
    }

    private static List<Sample> ofRealServer(VirtualServerStatus server, RealServerStatus real, Clocks clocks) {
        String virtual = server.configured().key().toString();
        String name = CheckSamples.label(real.configured().key());
        DestinationLoad load = real.load();
        TrafficStatistics traffic = load.traffic();
        return List.of(
                UP.sample(real.alive() ? 1 : 0, virtual, name),
                WEIGHT.sample(real.weight(), virtual, name),
                FAILED.sample(real.failedCheckers(), virtual, name),
                CHANGES.sample(real.history().transitions(), virtual, name),
                LAST_CHANGE.sample(clocks.epochSeconds(real.history().sinceNanos()), virtual, name),
                ACTIVE.sample(load.active(), virtual, name),
                INACTIVE.sample(load.inactive(), virtual, name),
                CONNECTIONS.sample(traffic.connections(), virtual, name),
                BYTES.sample(traffic.bytesIn(), virtual, name, "in"),
                BYTES.sample(traffic.bytesOut(), virtual, name, "out"),
                PACKETS.sample(traffic.packetsIn(), virtual, name, "in"),
                PACKETS.sample(traffic.packetsOut(), virtual, name, "out"));
    }
}

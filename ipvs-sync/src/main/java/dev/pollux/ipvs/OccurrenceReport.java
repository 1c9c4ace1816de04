package dev.pollux.ipvs;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.Cause;
import dev.pollux.ipvs.policy.Occurrence;
import dev.pollux.ipvs.policy.OccurrenceLines;
import dev.pollux.ipvs.policy.RealServerState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what happens to virtual servers at once, and tells the listener of it once the kernel has been told. While thousands
 * are configured at a time the lines are held back until then too: writing them takes longer than programming the kernel.
 */
final class OccurrenceReport {

    private static final Logger log = LoggerFactory.getLogger(IpvsEngine.class);
    private static final Cause SHUTTING_DOWN = Cause.unchecked("Shutting down");
    private static final Cause STARTED = Cause.unchecked("started");
    private static final Cause REMOVED = Cause.unchecked("no longer configured");

    private final IpvsListener listener;
    private final List<Runnable> notices = new ArrayList<>();
    private final List<String> heldLines = new ArrayList<>();
    private final List<VirtualServer> unchecked = new ArrayList<>();
    private boolean holding;

    OccurrenceReport(IpvsListener listener) {
        this.listener = listener;
    }

    /** Lines wait for {@link #deliver}. */
    void hold() {
        holding = true;
    }

    void happened(VirtualServer server, List<Occurrence> occurrences) {
        OccurrenceLines lines = new OccurrenceLines(server);
        for (Occurrence occurrence : occurrences) {
            lines.of(occurrence).forEach(this::say);
            note(server, occurrence);
        }
    }

    /** Before the new configuration takes effect. */
    void configured(VirtualServer server, @Nullable VirtualServerSlot before) {
        boolean familiar = before != null && before.get().server().equals(server);
        if (!familiar && UncheckedServers.in(server)) {
            unchecked.add(server);
        }
    }

    /** {@code rs_init_notifies}: who is in service from the start is told like one that came up. */
    void began(ManagedVirtualServer managed) {
        for (RealServer realServer : managed.server().realServers()) {
            if (managed.state().of(realServer).alive()) {
                note(managed.server(), realServer.key(), true, STARTED);
            }
        }
    }

    /** A reload took the virtual server out of the file. */
    void removed(ManagedVirtualServer managed) {
        say("Removing Virtual Server " + managed.server().key());
        OccurrenceLines lines = new OccurrenceLines(managed.server());
        for (RealServer realServer : managed.server().realServers()) {
            lines.of(new Occurrence.RealServerDown(realServer.key(), false, REMOVED))
                    .forEach(this::say);
        }
        farewell(managed, REMOVED);
    }

    /** The director stops. */
    void stopped(ManagedVirtualServer managed) {
        OccurrenceLines lines = new OccurrenceLines(managed.server());
        for (RealServer realServer : managed.server().realServers()) {
            RealServerState state = managed.state().of(realServer);
            if (state.alive() || realServer.inhibitOnFailure()) {
                say(lines.shuttingDown(realServer.key(), !state.alive()));
            }
        }
        farewell(managed, SHUTTING_DOWN);
    }

    /** Logs the lines held back and tells the listener everything that happened since the last time, in order. */
    void deliver() {
        heldLines.forEach(log::info);
        heldLines.clear();
        holding = false;
        UncheckedServers.warnings(unchecked).forEach(log::warn);
        unchecked.clear();
        List<Runnable> due = List.copyOf(notices);
        notices.clear();
        due.forEach(Runnable::run);
    }

    private void say(String line) {
        if (holding) {
            heldLines.add(line);
        } else {
            log.info(line);
        }
    }

    /** With {@code omega} the end is told like a failure. */
    private void farewell(ManagedVirtualServer managed, Cause cause) {
        VirtualServer server = managed.server();
        if (!server.quorum().omega()) {
            return;
        }
        for (RealServer realServer : server.realServers()) {
            if (managed.state().of(realServer).alive()) {
                note(server, realServer.key(), false, cause);
            }
        }
        if (managed.state().quorumUp()) {
            notices.add(() -> listener.quorumChanged(new QuorumChange(server, false, cause.text())));
        }
    }

    private void note(VirtualServer server, Occurrence occurrence) {
        if (occurrence instanceof Occurrence.RealServerUp up) {
            note(server, up.realServer(), true, up.cause());
        } else if (occurrence instanceof Occurrence.RealServerDown down) {
            note(server, down.realServer(), false, down.cause());
        } else if (occurrence instanceof Occurrence.RealServerFoundDown down) {
            note(server, down.realServer(), false, down.cause());
        } else if (occurrence instanceof Occurrence.RealServerGone gone && gone.wasAlive()) {
            note(server, gone.realServer(), false, REMOVED);
        } else if (occurrence instanceof Occurrence.QuorumGained gained) {
            String reason = OccurrenceLines.reason(gained);
            notices.add(() -> listener.quorumChanged(new QuorumChange(server, true, reason)));
        } else if (occurrence instanceof Occurrence.QuorumLost lost) {
            String reason = OccurrenceLines.reason(lost);
            notices.add(() -> listener.quorumChanged(new QuorumChange(server, false, reason)));
        }
    }

    private void note(VirtualServer server, RealServerKey realServer, boolean up, Cause cause) {
        String name = new OccurrenceLines(server).name(realServer);
        notices.add(() -> listener.realServerChanged(new RealServerChange(server, realServer, name, up, cause)));
    }
}

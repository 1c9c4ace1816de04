package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.SorryServer;
import dev.pollux.grammar.model.VirtualServer;
import java.util.List;

/** Occurrences in keepalived's words, which operators search their logs for. */
public final class OccurrenceLines {

    private final VirtualServer server;

    public OccurrenceLines(VirtualServer server) {
        this.server = server;
    }

    /** The lines of one occurrence, in order; none for what keepalived keeps silent about. */
    public List<String> of(Occurrence occurrence) {
        if (occurrence instanceof Occurrence.AtRealServer atRealServer) {
            return realServer(atRealServer);
        }
        if (occurrence instanceof Occurrence.QuorumGained gained) {
            return List.of(reason(gained) + " for VS " + server.key());
        }
        if (occurrence instanceof Occurrence.QuorumLost lost) {
            return List.of(reason(lost) + " for VS " + server.key());
        }
        if (occurrence instanceof Occurrence.SorryServerIn in) {
            return List.of(
                    sorry(in.sorryServer(), "Enabling", "Adding") + " to VS " + server.key(),
                    "Removing alive servers from the pool for VS " + server.key());
        }
        SorryServer out = ((Occurrence.SorryServerOut) occurrence).sorryServer();
        return List.of(
                sorry(out, "Disabling", "Removing") + " from VS " + server.key(),
                "Adding alive servers to the pool for VS " + server.key());
    }

    /** For example {@code Gained quorum 1+0=1 <= 3}. */
    public static String reason(Occurrence.QuorumGained gained) {
        QuorumSettings settings = gained.settings();
        return "Gained quorum %d+%d=%d <= %d"
                .formatted(settings.quorum(), settings.hysteresis(), gained.needed(), gained.weight());
    }

    /** For example {@code Lost quorum 1-0=1 > 0}. */
    public static String reason(Occurrence.QuorumLost lost) {
        QuorumSettings settings = lost.settings();
        return (lost.atStart() ? "Starting with quorum down %d+%d=%d > %d" : "Lost quorum %d-%d=%d > %d")
                .formatted(settings.quorum(), settings.hysteresis(), lost.needed(), lost.weight());
    }

    private List<String> realServer(Occurrence.AtRealServer occurrence) {
        String service = name(occurrence.realServer());
        if (occurrence instanceof Occurrence.RealServerUp up) {
            return List.of(
                    up.inhibited()
                            ? "Enabling service " + service + " of VS " + server.key()
                            : "Adding service " + service + " to VS " + server.key());
        }
        if (occurrence instanceof Occurrence.RealServerDown down) {
            return List.of(
                    down.inhibited()
                            ? "Disabling service " + service + " of VS " + server.key()
                            : "Removing service " + service + " from VS " + server.key());
        }
        if (occurrence instanceof Occurrence.RealServerGone gone) {
            String noLonger = "service " + service + " no longer exist";
            return gone.wasAlive()
                    ? List.of(noLonger, "Removing service " + service + " from VS " + server.key())
                    : List.of(noLonger);
        }
        if (occurrence instanceof Occurrence.RealServerAppeared appeared && appeared.alive()) {
            return List.of("Adding service " + service + " to VS " + server.key());
        }
        if (occurrence instanceof Occurrence.WeightChanged changed) {
            return List.of("Changing weight from %d to %d for %s service %s of VS %s"
                    .formatted(
                            changed.from(),
                            changed.to(),
                            changed.alive() ? "active" : "inactive",
                            service,
                            server.key()));
        }
        return List.of();
    }

    /** What is said of a real server when the director stops. */
    public String shuttingDown(RealServerKey realServer, boolean inhibited) {
        return "Shutting down " + (inhibited ? "(inhibited) " : "") + "service " + name(realServer) + " from VS "
                + server.key();
    }

    private String sorry(SorryServer sorryServer, String inhibited, String otherwise) {
        return (sorryServer.inhibit() ? inhibited : otherwise) + " sorry server " + name(sorryServer.key());
    }

    /** A real server with the protocol of its virtual server, {@code none} for firewall marks. */
    public String name(RealServerKey realServer) {
        for (ServiceKey service : server.services()) {
            if (service instanceof ServiceKey.ByAddress byAddress) {
                return realServer.describe(byAddress.protocol());
            }
        }
        return "[" + AddressText.of(realServer.address()) + "]:none:" + realServer.port();
    }
}

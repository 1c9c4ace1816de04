package dev.pollux.ipvs.listing;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.ipvs.kernel.SyncDaemon;
import dev.pollux.ipvs.kernel.Timeouts;
import java.net.InetAddress;

/** Lines about what is one for the whole kernel: timeouts and connection synchronization daemons. */
public final class DaemonListing {

    private DaemonListing() {}

    public static String of(SyncDaemon daemon) {
        InetAddress group = daemon.group();
        return "%s sync daemon (mcast=%s, syncid=%d, maxlen=%d, group=%s, port=%d, ttl=%d)\n"
                .formatted(
                        daemon.role(),
                        daemon.interfaceName(),
                        daemon.syncId(),
                        daemon.maxLength(),
                        group == null ? "" : AddressText.of(group),
                        daemon.port(),
                        daemon.ttl());
    }

    public static String of(Timeouts timeouts) {
        return "Timeout (tcp tcpfin udp): %d %d %d\n".formatted(timeouts.tcp(), timeouts.tcpFin(), timeouts.udp());
    }
}

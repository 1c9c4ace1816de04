package dev.pollux.grammar.text;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.IpvsSettings;
import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.SyncDaemonSettings;

/** Writes what {@code global_defs} says of IPVS. */
final class IpvsSettingsText {

    private IpvsSettingsText() {}

    static void write(IpvsSettings settings, Lines lines) {
        IpvsSettings defaults = IpvsSettings.defaults();
        lines.flag("lvs_flush", settings.flushAtStart());
        lines.flag("lvs_flush_on_stop", settings.flushOnStop());
        if (settings.driftRepair() != defaults.driftRepair()) {
            lines.word("drift_repair", settings.driftRepair().toString());
        }
        if (settings.maxDeletions() != null) {
            lines.number("lvs_max_deletions", settings.maxDeletions());
        }
        if (settings.sysctlRepair() != defaults.sysctlRepair()) {
            lines.word("sysctl_repair", settings.sysctlRepair().toString());
        }
        MarkSettings marks = settings.marks();
        if (marks != null) {
            lines.line("nftables_ipvs " + marks.table());
            lines.number("nftables_ipvs_priority", marks.priority());
            lines.number("nftables_ipvs_start_fwmark", marks.firstMark());
        }
        timeouts(settings.timeouts(), lines);
        if (settings.syncDaemon() != null) {
            lines.line(daemon(settings.syncDaemon()));
        }
    }

    private static void timeouts(IpvsTimeouts timeouts, Lines lines) {
        String values =
                value("tcp", timeouts.tcp()) + value("tcpfin", timeouts.tcpFin()) + value("udp", timeouts.udp());
        if (!values.isEmpty()) {
            lines.line("lvs_timeouts" + values);
        }
    }

    private static String daemon(SyncDaemonSettings daemon) {
        return "lvs_sync_daemon " + Lines.quoted(daemon.interfaceName())
                + (daemon.instance() == null ? "" : " inst " + Lines.quoted(daemon.instance()))
                + " id "
                + daemon.syncId()
                + value("maxlen", daemon.maxLength())
                + value("port", daemon.port())
                + value("ttl", daemon.ttl())
                + (daemon.group() == null ? "" : " group " + AddressText.of(daemon.group()));
    }

    private static String value(String word, int number) {
        return number == 0 ? "" : " " + word + " " + number;
    }
}

package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;
import static dev.pollux.director.cli.DaemonOption.withOptional;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Every option of the daemon. The launcher has the names a second time, for getopt(1); a test holds both together. */
final class OptionTable {

    /** There is nothing that it could change, or it is always so. */
    private static final String NOTHING = "Accepted for keepalived's sake, changes nothing here";

    /** Somebody may count on it. */
    private static final String MISSING = "Has no effect, and the log says so";

    static final List<DaemonOption> ALL = List.of(
            with("f", "use-file", "FILE", "Configuration file, " + RunFiles.DEFAULT_CONFIGURATION + " by default"),
            flag("P", "vrrp", "Run only VRRP"),
            flag("C", "check", "Run only health checks and IPVS"),
            flag("B", "no_bfd", "Do not run BFD: its sessions count as down"),
            flag(null, "all", NOTHING),
            flag("l", "log-console", "Log to the console (standard error) too"),
            flag("D", "log-detail", "Log in detail"),
            with("S", "log-facility", "FACILITY", "Syslog facility: 0-7, local0-local7, user or daemon (default)"),
            withOptional("g", "log-file", "FILE", "Log to a file too, " + LogOptions.DEFAULT_FILE + " by default"),
            flag(null, "flush-log-file", NOTHING + ": every line is written at once"),
            flag("G", "no-syslog", "Do not log to syslog"),
            with("u", "umask", "MASK", "File mode mask, a number"),
            flag("X", "release-vips", NOTHING),
            flag("V", "dont-release-vrrp", "Leave the virtual addresses in place when stopping"),
            flag("I", "dont-release-ipvs", "Leave the virtual services in place when stopping"),
            flag("R", "dont-respawn", "Do not start the director again when it dies"),
            flag("n", "dont-fork", "Stay in the foreground"),
            flag("d", "dump-conf", "Log what was understood of the configuration"),
            with("p", "pid", "FILE", "Process id of the supervisor, /run/pollux.pid by default"),
            with("r", "vrrp_pid", "FILE", "Process id of the director where it runs VRRP"),
            with("c", "checkers_pid", "FILE", "Process id of the director where it runs checks"),
            with("b", "bfd_pid", "FILE", "Process id of the director where it runs BFD"),
            flag("a", "address-monitoring", MISSING),
            flag("x", "snmp", MISSING),
            with("A", "snmp-agent-socket", "SOCKET", MISSING),
            with("s", "namespace", "NAME", "Run in this network namespace"),
            flag("m", "core-dump", MISSING),
            withOptional("M", "core-dump-pattern", "PATTERN", MISSING),
            flag("e", "all-config", "A missing include file is an error"),
            with("i", "config-id", "ID", "Which lines beginning with @ID are read, the host name by default"),
            with(null, "signum", "NAME", "Print the number of a signal: STOP RELOAD DATA STATS STATS_CLEAR JSON TDUMP"),
            withOptional("t", "config-test", "LOG", "Check the configuration and exit; what is wrong goes to LOG"),
            with(null, "format", "FORM", "What -t writes: text (default) or json"),
            with(null, "config-fd", "NUMBER", NOTHING),
            flag(null, "ignore-sigint", "Do not stop on SIGINT"),
            withOptional(null, "perf", "WHEN", MISSING),
            withOptional(null, "debug", "WHAT", MISSING),
            flag("L", "mem-check-log", MISSING),
            flag(null, "no-mem-check", MISSING),
            flag(null, "openssl-mem-check", MISSING),
            flag("T", "genhash", "Not part of Pollux: the digest of a page is the MD5 of its body"),
            with(null, "http-listen", "ADDRESS:PORT", "Where metrics are served, or off; 127.0.0.1:9165 by default"),
            flag("v", "version", "Print the version"),
            flag("h", "help", "Print this"));

    private OptionTable() {}

    static Options toOptions() {
        Options options = new Options();
        for (DaemonOption option : ALL) {
            options.addOption(option.toOption());
        }
        return options;
    }

    /** Those given that somebody may count on and that have no effect. */
    static List<String> withoutEffect(CommandLine line) {
        return ALL.stream()
                .filter(option -> option.help().equals(MISSING) && line.hasOption(option.name()))
                .map(option -> "--" + option.name())
                .toList();
    }

    /** The help, one line an option. */
    static String help() {
        StringBuilder text = new StringBuilder("""
                Usage: pollux [OPTION...]
                       pollux check [OPTION...] FILE...
                       pollux check-pair [OPTION...] FILE FILE
                       pollux config dump [OPTION...] FILE
                       pollux doctor [OPTION...]
                       pollux realserver nat|dr|tun|fullnat [OPTION...]
                       pollux ipvsadm COMMAND [OPTION...]
                       pollux override list|lift [WHAT]
                """);
        for (DaemonOption option : ALL) {
            text.append(option.describe()).append('\n');
        }
        return text.append("docs/running.md says more.\n").toString();
    }
}

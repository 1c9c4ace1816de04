package dev.pollux.director.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Invocation} of the words on the command line. */
public final class CommandLineReader {

    /** Has a command line of its own, which is ipvsadm's. */
    private static final String IPVSADM = "ipvsadm";

    private static final String OVERRIDE = "override";

    private final CommandLine line;

    private CommandLineReader(CommandLine line) {
        this.line = line;
    }

    /** Never throws: what is wrong with the words is {@link Invocation.Rejected}. */
    public static Invocation read(String... words) {
        if (words.length > 0 && words[0].equals(CheckCommand.NAME)) {
            return CheckCommand.read(List.of(words).subList(1, words.length));
        }
        if (words.length > 0 && words[0].equals(CheckPairCommand.NAME)) {
            return CheckPairCommand.read(List.of(words).subList(1, words.length));
        }
        if (words.length > 0 && words[0].equals(ConfigCommand.NAME)) {
            return ConfigCommand.read(List.of(words).subList(1, words.length));
        }
        if (words.length > 0 && words[0].equals(DoctorCommand.NAME)) {
            return DoctorCommand.read(List.of(words).subList(1, words.length));
        }
        if (words.length > 0 && words[0].equals(RealServerCommand.NAME)) {
            return RealServerCommand.read(List.of(words).subList(1, words.length));
        }
        if (words.length > 0 && words[0].equals(IPVSADM)) {
            return new Invocation.Ipvsadm(List.of(words).subList(1, words.length));
        }
        if (words.length > 0 && words[0].equals(OVERRIDE)) {
            return new Invocation.Overrides(List.of(words).subList(1, words.length));
        }
        try {
            return new CommandLineReader(DefaultParser.builder().get().parse(OptionTable.toOptions(), words))
                    .invocation();
        } catch (ParseException | IllegalArgumentException e) {
            return new Invocation.Rejected(String.valueOf(e.getMessage()));
        }
    }

    private Invocation invocation() {
        if (!line.getArgList().isEmpty()) {
            return new Invocation.Rejected(
                    "Unexpected argument: " + line.getArgList().get(0));
        }
        if (line.hasOption("help")) {
            return new Invocation.Print(OptionTable.help());
        }
        if (line.hasOption("version")) {
            return new Invocation.Version();
        }
        if (line.hasOption("genhash")) {
            return new Invocation.Rejected("-T: genhash is not part of Pollux; a digest is the MD5 of the page's body");
        }
        String signal = value("signum");
        if (signal != null) {
            return SignalNames.lookUp(signal);
        }
        RunOptions options = runOptions();
        if (line.hasOption("config-test")) {
            ReportForm form = ReportForm.parse(line.getOptionValue("format", "text"));
            return new Invocation.ConfigTest(options, path("config-test"), form);
        }
        return line.hasOption("format")
                ? new Invocation.Rejected("--format goes with -t, or with pollux check")
                : new Invocation.Run(options);
    }

    private RunOptions runOptions() {
        boolean onlyVrrp = line.hasOption("vrrp");
        boolean onlyChecks = line.hasOption("check");
        return new RunOptions(
                runFiles(),
                logOptions(),
                onlyVrrp || !onlyChecks,
                onlyChecks || !onlyVrrp,
                !line.hasOption("no_bfd"),
                new RunOptions.Release(!line.hasOption("dont-release-vrrp"), !line.hasOption("dont-release-ipvs")),
                value("config-id"),
                line.hasOption("all-config"),
                line.hasOption("dump-conf"),
                line.hasOption("ignore-sigint"),
                httpListen(),
                OptionTable.withoutEffect(line));
    }

    private RunFiles runFiles() {
        Path configuration = path("use-file");
        return new RunFiles(
                configuration == null ? Path.of(RunFiles.DEFAULT_CONFIGURATION) : configuration,
                path("vrrp_pid"),
                path("checkers_pid"),
                path("bfd_pid"));
    }

    private LogOptions logOptions() {
        Path file = line.hasOption("log-file") ? path("log-file") : null;
        if (file == null && line.hasOption("log-file")) {
            file = Path.of(LogOptions.DEFAULT_FILE);
        }
        return new LogOptions(
                line.hasOption("log-console"),
                line.hasOption("log-detail"),
                !line.hasOption("no-syslog"),
                facility(),
                file);
    }

    private int facility() {
        String name = value("log-facility");
        if (name == null || name.equals("daemon")) {
            return LogOptions.FACILITY_DAEMON;
        }
        if (name.equals("user")) {
            return 1;
        }
        String number = name.toLowerCase(Locale.ROOT).replaceFirst("^local", "");
        if (!number.matches("[0-7]")) {
            throw new IllegalArgumentException("-S " + name + ": wanted 0-7, local0-local7, user or daemon");
        }
        return 16 + Integer.parseInt(number);
    }

    private @Nullable InetSocketAddress httpListen() {
        String text = value("http-listen");
        return text == null ? ListenAddress.byDefault() : ListenAddress.parse(text);
    }

    private @Nullable Path path(String option) {
        String text = value(option);
        return text == null ? null : Path.of(text);
    }

    private @Nullable String value(String option) {
        return line.getOptionValue(option);
    }
}

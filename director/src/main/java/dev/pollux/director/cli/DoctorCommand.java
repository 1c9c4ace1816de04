package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;

import dev.pollux.director.cli.Invocation.Examination;
import dev.pollux.director.cli.Invocation.Patient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/** The words behind {@code pollux doctor}. */
final class DoctorCommand {

    static final String NAME = "doctor";

    private static final int LONGEST_SECONDS = 3600;

    private static final FileCommand COMMAND = new FileCommand(
            NAME,
            "doctor [OPTION...]",
            "docs/doctor.md",
            RealServerCommand.and(
                    List.of(
                            with(
                                    "f",
                                    "use-file",
                                    "FILE",
                                    "The director's configuration, " + RunFiles.DEFAULT_CONFIGURATION + " by default"),
                            with(null, "real-server", "MODE", "This is a real server: nat, dr, tun or fullnat"),
                            flag(null, "director", "This is a director, even if the file names it as a real server")),
                    options()));

    private DoctorCommand() {}

    static Invocation read(List<String> words) {
        return COMMAND.read(
                words,
                line -> new Invocation.Diagnose(
                        patient(line),
                        new Examination(
                                listen(line.getOptionValue("listen")),
                                ReportForm.parse(line.getOptionValue("format", "text")))));
    }

    private static DaemonOption[] options() {
        return RealServerCommand.and(
                        RealServerCommand.OPTIONS,
                        with(null, "listen", "SECONDS", "How long to listen to the network; 0: send and hear nothing"),
                        with(null, "format", "FORM", "text (default) or json"),
                        flag("e", "all-config", "A missing include file is an error"),
                        with("i", "config-id", "ID", "Which lines beginning with @ID are read"),
                        flag("h", "help", "Print this"))
                .toArray(DaemonOption[]::new);
    }

    private static Patient patient(CommandLine line) {
        String mode = line.getOptionValue("real-server");
        String file = line.getOptionValue("use-file");
        return new Patient(
                file == null && mode != null ? null : Path.of(file == null ? RunFiles.DEFAULT_CONFIGURATION : file),
                new ReadingOptions(line.getOptionValue("config-id"), line.hasOption("all-config")),
                mode == null ? nothing(line) : server(RealServerMode.parse(mode), line),
                line.hasOption("director"));
    }

    private static RealServerNeeds server(RealServerMode mode, CommandLine line) {
        RealServerNeeds needs = RealServerCommand.needs(mode, line, line.getArgList());
        // The gateway of NAT may stay unknown: then any default route will do.
        if (mode != RealServerMode.NAT) {
            RealServerCommand.demand(needs);
        }
        return needs;
    }

    private static @Nullable RealServerNeeds nothing(CommandLine line) {
        for (DaemonOption option : RealServerCommand.OPTIONS) {
            if (line.hasOption(option.name())) {
                throw new IllegalArgumentException("--" + option.name() + " goes with --real-server");
            }
        }
        if (!line.getArgList().isEmpty()) {
            throw new IllegalArgumentException(line.getArgList().get(0) + ": unexpected");
        }
        return null;
    }

    private static @Nullable Duration listen(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int seconds = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : LONGEST_SECONDS + 1;
        if (seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("--listen " + text + ": wanted 0 to " + LONGEST_SECONDS + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}

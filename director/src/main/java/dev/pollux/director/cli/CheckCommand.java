package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The words behind {@code pollux check}. */
final class CheckCommand {

    static final String NAME = "check";

    private static final List<DaemonOption> OPTIONS = List.of(
            flag(null, "strict", "Count also what keepalived does not complain about"),
            flag("v", "verbose", "Say what is wrong, below the line of each file"),
            with(null, "format", "FORM", "text (default) or json"),
            flag("e", "all-config", "A missing include file is an error"),
            with("i", "config-id", "ID", "Which lines beginning with @ID are read, the host name by default"),
            flag("h", "help", "Print this"));

    private CheckCommand() {}

    static Invocation read(List<String> words) {
        try {
            CommandLine line = DefaultParser.builder().get().parse(options(), words.toArray(String[]::new));
            if (line.hasOption("help")) {
                return new Invocation.Print(help());
            }
            return line.getArgList().isEmpty() ? new Invocation.Rejected("check: no file is named") : check(line);
        } catch (ParseException | IllegalArgumentException e) {
            return new Invocation.Rejected("check: " + e.getMessage());
        }
    }

    private static Invocation check(CommandLine line) {
        return new Invocation.Check(
                line.getArgList().stream().map(Path::of).toList(),
                new ReadingOptions(line.getOptionValue("config-id"), line.hasOption("all-config")),
                new CheckReport(
                        line.hasOption("strict"),
                        line.hasOption("verbose"),
                        ReportForm.parse(line.getOptionValue("format", "text"))));
    }

    private static Options options() {
        Options options = new Options();
        for (DaemonOption option : OPTIONS) {
            options.addOption(option.toOption());
        }
        return options;
    }

    private static String help() {
        StringBuilder text = new StringBuilder("Usage: pollux check [OPTION...] FILE...\n");
        for (DaemonOption option : OPTIONS) {
            text.append(option.describe()).append('\n');
        }
        return text.append("docs/check.md says more.\n").toString();
    }
}

package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** The words behind {@code pollux check}. */
final class CheckCommand {

    static final String NAME = "check";

    private static final FileCommand COMMAND = new FileCommand(
            NAME,
            "check [OPTION...] FILE...",
            "docs/check.md",
            List.of(
                    flag(null, "strict", "Count also what keepalived does not complain about"),
                    flag("v", "verbose", "Say what is wrong, below the line of each file"),
                    with(null, "format", "FORM", "text (default) or json"),
                    flag("e", "all-config", "A missing include file is an error"),
                    with("i", "config-id", "ID", "Which lines beginning with @ID are read, the host name by default"),
                    flag("h", "help", "Print this")));

    private CheckCommand() {}

    static Invocation read(List<String> words) {
        return COMMAND.read(
                words,
                line -> line.getArgList().isEmpty() ? new Invocation.Rejected("check: no file is named") : check(line));
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
}

package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** The words behind {@code pollux config}. */
final class ConfigCommand {

    static final String NAME = "config";

    private static final FileCommand COMMAND = new FileCommand(
            NAME,
            "config dump [OPTION...] FILE",
            "docs/check.md",
            List.of(
                    flag(null, "show-secrets", "Write passwords, which are masked otherwise"),
                    flag("e", "all-config", "A missing include file is an error"),
                    with("i", "config-id", "ID", "Which lines beginning with @ID are read, the host name by default"),
                    flag("h", "help", "Print this")));

    private ConfigCommand() {}

    static Invocation read(List<String> words) {
        return COMMAND.read(words, ConfigCommand::dump);
    }

    private static Invocation dump(CommandLine line) {
        List<String> rest = line.getArgList();
        if (rest.size() != 2 || !rest.get(0).equals("dump")) {
            return new Invocation.Rejected("config: wanted config dump FILE");
        }
        return new Invocation.Dump(
                Path.of(rest.get(1)),
                new ReadingOptions(line.getOptionValue("config-id"), line.hasOption("all-config")),
                line.hasOption("show-secrets"));
    }
}

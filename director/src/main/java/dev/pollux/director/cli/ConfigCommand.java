package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The words behind {@code pollux config}. */
final class ConfigCommand {

    static final String NAME = "config";

    private static final List<DaemonOption> OPTIONS = List.of(
            flag(null, "show-secrets", "Write passwords, which are masked otherwise"),
            flag("e", "all-config", "A missing include file is an error"),
            with("i", "config-id", "ID", "Which lines beginning with @ID are read, the host name by default"),
            flag("h", "help", "Print this"));

    private ConfigCommand() {}

    static Invocation read(List<String> words) {
        Options options = new Options();
        OPTIONS.forEach(option -> options.addOption(option.toOption()));
        try {
            CommandLine line = DefaultParser.builder().get().parse(options, words.toArray(String[]::new));
            if (line.hasOption("help")) {
                return new Invocation.Print(help());
            }
            List<String> rest = line.getArgList();
            if (rest.size() != 2 || !rest.get(0).equals("dump")) {
                return new Invocation.Rejected("config: wanted config dump FILE");
            }
            return new Invocation.Dump(
                    Path.of(rest.get(1)),
                    new ReadingOptions(line.getOptionValue("config-id"), line.hasOption("all-config")),
                    line.hasOption("show-secrets"));
        } catch (ParseException | IllegalArgumentException e) {
            return new Invocation.Rejected("config: " + e.getMessage());
        }
    }

    private static String help() {
        StringBuilder text = new StringBuilder("Usage: pollux config dump [OPTION...] FILE\n");
        OPTIONS.forEach(option -> text.append(option.describe()).append('\n'));
        return text.append("docs/check.md says more.\n").toString();
    }
}

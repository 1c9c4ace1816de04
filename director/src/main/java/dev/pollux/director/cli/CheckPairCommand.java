package dev.pollux.director.cli;

import static dev.pollux.director.cli.DaemonOption.flag;
import static dev.pollux.director.cli.DaemonOption.with;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/** The words behind {@code pollux check-pair}. */
final class CheckPairCommand {

    static final String NAME = "check-pair";

    private static final FileCommand COMMAND = new FileCommand(
            NAME,
            "check-pair [OPTION...] FILE FILE",
            "docs/check.md",
            List.of(
                    flag(null, "strict", "Count notices too"),
                    with(null, "format", "FORM", "text (default) or json"),
                    flag("e", "all-config", "A missing include file is an error"),
                    with("i", "config-id", "ID[,ID]", "Which lines beginning with @ID each director reads"),
                    flag("h", "help", "Print this")));

    private CheckPairCommand() {}

    static Invocation read(List<String> words) {
        return COMMAND.read(
                words,
                line -> line.getArgList().size() == 2
                        ? pair(line)
                        : new Invocation.Rejected("check-pair: wanted two files, one of each director"));
    }

    private static Invocation pair(CommandLine line) {
        String ids = line.getOptionValue("config-id");
        int comma = ids == null ? -1 : ids.indexOf(',');
        return new Invocation.CheckPair(
                member(line, 0, ids == null || comma < 0 ? ids : ids.substring(0, comma)),
                member(line, 1, ids == null || comma < 0 ? ids : ids.substring(comma + 1)),
                line.hasOption("strict"),
                ReportForm.parse(line.getOptionValue("format", "text")));
    }

    private static Invocation.PairMember member(CommandLine line, int index, @Nullable String id) {
        return new Invocation.PairMember(
                Path.of(line.getArgList().get(index)), new ReadingOptions(id, line.hasOption("all-config")));
    }
}

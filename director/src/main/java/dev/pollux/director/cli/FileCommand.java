package dev.pollux.director.cli;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * A command that reads configuration files or this machine's settings and ends.
 *
 * @param name its first word, with which complaints begin
 * @param usage what its help begins with, behind the name of the program
 * @param document which says more
 */
record FileCommand(String name, String usage, String document, List<DaemonOption> options) {

    /** Reads the words behind the name; {@code meaning} may throw {@link IllegalArgumentException} with what is wrong. */
    Invocation read(List<String> words, Function<CommandLine, Invocation> meaning) {
        Options known = new Options();
        options.forEach(option -> known.addOption(option.toOption()));
        try {
            CommandLine line = DefaultParser.builder().get().parse(known, words.toArray(String[]::new));
            return line.hasOption("help") ? new Invocation.Print(help()) : meaning.apply(line);
        } catch (ParseException | IllegalArgumentException e) {
            return new Invocation.Rejected(name + ": " + e.getMessage());
        }
    }

    private String help() {
        StringBuilder text = new StringBuilder("Usage: pollux " + usage + "\n");
        options.forEach(option -> text.append(option.describe()).append('\n'));
        return text.append(document).append(" says more.\n").toString();
    }
}

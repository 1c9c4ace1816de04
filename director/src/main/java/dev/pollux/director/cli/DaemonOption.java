package dev.pollux.director.cli;

import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/**
 * One option of the daemon.
 *
 * @param letter one letter; null: long form only
 * @param name the long form, without dashes
 * @param argument what the help calls its argument; null: takes none
 * @param argumentOptional the argument may be left out
 * @param help one sentence for people
 */
record DaemonOption(
        @Nullable String letter, String name, @Nullable String argument, boolean argumentOptional, String help) {

    static DaemonOption flag(@Nullable String letter, String name, String help) {
        return new DaemonOption(letter, name, null, false, help);
    }

    static DaemonOption with(@Nullable String letter, String name, String argument, String help) {
        return new DaemonOption(letter, name, argument, false, help);
    }

    static DaemonOption withOptional(@Nullable String letter, String name, String argument, String help) {
        return new DaemonOption(letter, name, argument, true, help);
    }

    Option toOption() {
        Option.Builder builder = Option.builder(letter).longOpt(name);
        if (argument != null) {
            builder.numberOfArgs(1).optionalArg(argumentOptional);
        }
        return builder.get();
    }

    /** Its line in the help. */
    String describe() {
        String spelling = (letter == null ? "    " : "-" + letter + ", ") + "--" + name;
        if (argument != null) {
            spelling += argumentOptional ? "[=" + argument + "]" : "=" + argument;
        }
        return "  %-34s %s".formatted(spelling, help);
    }
}

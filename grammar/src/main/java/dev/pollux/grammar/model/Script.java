package dev.pollux.grammar.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that is run for the configuration: to notify someone, or to ask whether something is well.
 *
 * @param command the program and its arguments, at least one word; the quotes of the file are gone. A first word that begins
 *     with {@code <} or {@code >} is for the shell: it merely opens a file
 * @param user as whom it runs; {@code script_user} where the script names nobody; null: nobody is named, that is
 *     {@code keepalived_script} on a machine that has such a user, else root
 */
public record Script(List<String> command, @Nullable ScriptUser user) {

    public Script {
        command = List.copyOf(command);
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code SCRIPT [USER [GROUP]]}: the rest of the line is read once more, by the rules of a shell, because both kinds of
 * quotes and backslashes mean something in it.
 */
record ScriptType() implements ArgumentType<Script> {

    /** Where a script is asked for. */
    record Use(Script script, String keyword, SourceSpan span) {

        static Use of(Script script, Arguments at) {
            return new Use(script, at.keyword(), at.span());
        }
    }

    @Override
    public @Nullable Script read(Arguments arguments) {
        List<String> words = ShellWords.split(arguments.statement().rawArguments());
        List<String> command = words.isEmpty() ? List.of() : ShellWords.unescape(words.get(0));
        if (command.isEmpty()) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    arguments.keyword() + " has an empty command, it is ignored",
                    "write " + describe());
            return null;
        }
        return new Script(command, words.size() > 1 ? user(words) : null);
    }

    private static ScriptUser user(List<String> words) {
        return new ScriptUser(words.get(1), words.size() > 2 ? words.get(2) : "");
    }

    @Override
    public String describe() {
        return "a command in double quotes if it has arguments, then perhaps a user and a group";
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }

    /** The two levels of quoting of a script line. */
    static final class ShellWords {

        private ShellWords() {}

        /** Words at blanks outside quotes; quotes that enclose a whole word are taken off, backslashes stay. */
        static List<String> split(String text) {
            List<String> words = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            boolean inWord = false;
            char quote = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' && i + 1 < text.length()) {
                    word.append(c).append(text.charAt(++i));
                    inWord = true;
                } else if (quote != 0) {
                    if (c == quote) {
                        quote = 0;
                    } else {
                        word.append(c);
                    }
                } else if ((c == '"' || c == '\'') && !inWord) {
                    quote = c;
                    inWord = true;
                } else if (c <= ' ') {
                    if (inWord) {
                        words.add(word.toString());
                        word.setLength(0);
                        inWord = false;
                    }
                } else {
                    word.append(c);
                    inWord = true;
                }
            }
            if (inWord) {
                words.add(word.toString());
            }
            return words;
        }

        /** The arguments of a command: quotes anywhere, backslash escapes as in C. */
        static List<String> unescape(String command) {
            List<String> words = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            boolean inWord = false;
            char quote = 0;
            for (int i = 0; i < command.length(); i++) {
                char c = command.charAt(i);
                if (c == '\\' && i + 1 < command.length()) {
                    i = Escapes.append(command, i + 1, word);
                    inWord = true;
                } else if (quote != 0 && c == quote) {
                    quote = 0;
                } else if (quote == 0 && (c == '"' || c == '\'')) {
                    quote = c;
                    inWord = true;
                } else if (quote == 0 && c <= ' ') {
                    if (inWord) {
                        words.add(word.toString());
                        word.setLength(0);
                        inWord = false;
                    }
                } else {
                    word.append(c);
                    inWord = true;
                }
            }
            if (inWord) {
                words.add(word.toString());
            }
            return words;
        }
    }
}

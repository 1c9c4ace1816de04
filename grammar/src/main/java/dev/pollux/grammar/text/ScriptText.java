package dev.pollux.grammar.text;

import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import java.util.regex.Pattern;

/** Programs with their arguments, quoted for both readings of a script line. */
final class ScriptText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");
    private static final char DELETE = 0x7f;

    private ScriptText() {}

    /** {@code "COMMAND" [USER [GROUP]]}. */
    static String line(Script script) {
        ScriptUser user = script.user();
        return command(script) + (user == null ? "" : " " + user(user));
    }

    static String user(ScriptUser user) {
        return Lines.quoted(user.name()) + (user.group().isEmpty() ? "" : " " + Lines.quoted(user.group()));
    }

    /** The command as one word, each of its arguments in single quotes where it needs them. */
    static String command(Script script) {
        StringBuilder text = new StringBuilder();
        for (String word : script.command()) {
            text.append(text.isEmpty() ? "" : " ").append(argument(word));
        }
        return '"' + text.toString() + '"';
    }

    private static String argument(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        StringBuilder text = new StringBuilder("'");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean literal =
                    c == ' ' || c > DELETE || PLAIN.matcher(String.valueOf(c)).matches();
            // Octal means the same in every place that reads the line, and nothing to any of them.
            text.append(literal ? String.valueOf(c) : String.format("\\%03o", (int) c));
        }
        return text.append('\'').toString();
    }

    /** One word that is read without escapes: in the quotes that it does not contain. */
    static String quoted(String word) {
        char quote = word.indexOf('"') < 0 ? '"' : '\'';
        return quote + word + quote;
    }
}

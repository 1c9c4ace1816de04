package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.syntax.Word;

/** Habits of other languages: keepalived takes such words as they stand, so that they are only remarked. */
final class SuspectWords {

    private SuspectWords() {}

    static void remark(Arguments arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        Word first = arguments.words().get(0);
        if (first.quoted()) {
            return;
        }
        String text = first.text();
        if (text.equals("=") || text.equals(":")) {
            remark(arguments, "'" + text + "' is taken for the value of " + arguments.keyword(), "remove it");
        } else if (text.length() > 1 && text.endsWith(";")) {
            remark(arguments, "the ';' is taken for a part of the value", "remove it: lines end by themselves");
        } else if (text.length() > 1 && text.charAt(0) == '$' && isName(text)) {
            remark(
                    arguments,
                    text + " is not defined, it stays as it is written",
                    "write " + text + "=VALUE on a line above");
        }
    }

    private static boolean isName(String reference) {
        return !Character.isDigit(reference.charAt(1))
                && reference.chars().skip(1).allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    private static void remark(Arguments arguments, String message, String hint) {
        arguments.report(DiagnosticCode.REMARK, 0, message, hint);
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A regular expression: the rest of the line is read by the rules of scripts, its first word counts. */
record RegexType() implements ArgumentType<String> {

    @Override
    public @Nullable String read(Arguments arguments) {
        List<String> words = ScriptType.ShellWords.split(arguments.statement().rawArguments());
        if (words.size() == 1 && !words.get(0).isEmpty()) {
            return words.get(0);
        }
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                0,
                "regex needs one expression, and has " + words.size() + ", it is ignored",
                "write " + describe());
        return null;
    }

    @Override
    public String describe() {
        return "a regular expression of PCRE2 in double quotes";
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}

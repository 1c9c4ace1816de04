package dev.pollux.grammar.syntax;

import java.util.List;

/** A keyword with its arguments, or a line of values: the words up to the end of the line or a brace; at least one. */
public record Statement(List<Word> words) {

    public Word keyword() {
        return words.get(0);
    }

    /** The argument number {@code index}, from 0. */
    public Word argument(int index) {
        return words.get(index + 1);
    }

    /** The line from the first argument to the end of the last one, as written; empty without arguments. */
    public String rawArguments() {
        if (words.size() == 1) {
            return "";
        }
        Word last = words.get(words.size() - 1);
        return last.line().text().substring(argument(0).start(), last.end());
    }
}

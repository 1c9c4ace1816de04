package dev.pollux.grammar.schema;

import dev.pollux.grammar.syntax.Word;
import java.util.List;

/**
 * Some words that nobody looks at closely.
 *
 * @param what for people
 * @param least how many there must be
 * @param most how many there may be; what follows is ignored
 */
public record WordsType(String what, int least, int most) implements ArgumentType<List<String>> {

    /** One word or none. */
    public static WordsType optional(String what) {
        return new WordsType(what, 0, 1);
    }

    /** Any number of words, at least so many. */
    public static WordsType atLeast(int least, String what) {
        return new WordsType(what, least, Integer.MAX_VALUE);
    }

    @Override
    public List<String> read(Arguments arguments) {
        return arguments.words().stream().map(Word::text).toList();
    }

    @Override
    public String describe() {
        return what;
    }
}

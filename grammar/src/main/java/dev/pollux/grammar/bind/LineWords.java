package dev.pollux.grammar.bind;

import java.util.HashMap;
import java.util.Map;

/** Tables of words with the number of their arguments. */
final class LineWords {

    private LineWords() {}

    /** From lines such as {@code 1 dev table}: the number, then the words that it is for. */
    static Map<String, Integer> counts(String... lines) {
        Map<String, Integer> counts = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                counts.put(words[i], Integer.valueOf(words[0]));
            }
        }
        return Map.copyOf(counts);
    }
}

package dev.pollux.grammar.syntax;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Vocabulary;

/**
 * The spellings met lately, so that a word that stands in a file a hundred thousand times is one string. Forgets those it
 * has no place for.
 */
final class Spellings {

    private static final int PLACES = 1 << 12;

    /** Tokens of the grammar that are no keywords. */
    private static final Set<String> STRUCTURE = Set.of("WORD", "LBRACE", "RBRACE", "END");

    /** Keywords that are written in capitals. */
    private static final Set<String> CAPITALS = Set.of(
            "BFD_CHECK",
            "DNS_CHECK",
            "FILE_CHECK",
            "HTTP_GET",
            "MISC_CHECK",
            "PING_CHECK",
            "SMTP_CHECK",
            "SSL",
            "SSL_GET",
            "TCP_CHECK",
            "UDP_CHECK");

    private static final Map<String, Integer> KEYWORDS = keywords(KeepalivedParser.VOCABULARY);

    private final Spelling[] places = new Spelling[PLACES];

    private static Map<String, Integer> keywords(Vocabulary vocabulary) {
        Map<String, Integer> keywords = new HashMap<>();
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String name = vocabulary.getSymbolicName(type);
            if (!STRUCTURE.contains(name)) {
                keywords.put(CAPITALS.contains(name) ? name : name.toLowerCase(Locale.ROOT), type);
            }
        }
        return Map.copyOf(keywords);
    }

    /**
     * The spelling of the characters {@code start} to {@code end}, excluded.
     *
     * @param hash any function of these characters
     */
    Spelling of(String line, int start, int end, int hash) {
        int place = (hash ^ hash >>> 12) & PLACES - 1;
        Spelling known = places[place];
        if (known != null && known.text().length() == end - start && line.startsWith(known.text(), start)) {
            return known;
        }
        String text = line.substring(start, end);
        Spelling spelling = new Spelling(text, KEYWORDS.getOrDefault(text, KeepalivedParser.WORD));
        places[place] = spelling;
        return spelling;
    }
}

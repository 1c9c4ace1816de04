package dev.pollux.grammar.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names defined so far; a later definition replaces an earlier one. */
final class Definitions {

    private final Map<String, Definition> byName = new HashMap<>();

    @Nullable
    Definition get(String name) {
        return byName.get(name);
    }

    void put(Definition definition) {
        byName.put(definition.name(), definition);
    }

    /** Puts back what {@link #get} gave before. */
    void restore(String name, @Nullable Definition former) {
        if (former == null) {
            byName.remove(name);
        } else {
            byName.put(name, former);
        }
    }

    /** Length of the name at {@code from}: letters, digits and underscores, not beginning with a digit; 0: none. */
    static int nameLength(String text, int from) {
        int i = from;
        while (i < text.length() && isNameCharacter(text.charAt(i), i == from)) {
            i++;
        }
        return i - from;
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (!first && c >= '0' && c <= '9');
    }
}

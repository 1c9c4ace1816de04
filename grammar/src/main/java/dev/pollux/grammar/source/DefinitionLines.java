package dev.pollux.grammar.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $NAME=text}; lines that end with a backslash go on. */
final class DefinitionLines {

    private final Definitions definitions;
    private final FeedStack feeds;

    DefinitionLines(Definitions definitions, FeedStack feeds) {
        this.definitions = definitions;
        this.feeds = feeds;
    }

    /** Takes the definition that the line begins; false where it begins none. */
    boolean take(SourceLine line, int start) {
        String text = line.text();
        int length = Definitions.nameLength(text, start + 1);
        int equals = start + 1 + length;
        if (length == 0 || equals >= text.length() || text.charAt(equals) != '=') {
            return false;
        }
        List<String> lines = new ArrayList<>();
        List<SourceLine> places = new ArrayList<>();
        String value = text.substring(Blanks.skip(text, equals + 1));
        SourceLine place = line;
        while (value.endsWith("\\")) {
            lines.add(value.substring(0, value.length() - 1));
            places.add(place);
            SourceLine next = nextOfDefinition();
            if (next == null) {
                break;
            }
            place = next;
            value = place.text();
        }
        if (!value.endsWith("\\")) {
            lines.add(value);
            places.add(place);
        }
        definitions.put(Definition.of(text.substring(start + 1, equals), lines, places));
        return true;
    }

    /** The next line of the definition; null: an empty line ends it. Lines of nothing but a comment do not. */
    private @Nullable SourceLine nextOfDefinition() {
        SourceLine next = feeds.nextOfSame();
        while (next != null && !isEmpty(next)) {
            if (!isEmpty(CommentStripper.strip(next))) {
                return CommentStripper.stripOfDefinition(next);
            }
            next = feeds.nextOfSame();
        }
        return null;
    }

    private static boolean isEmpty(SourceLine line) {
        return Blanks.skip(line.text(), 0) == line.text().length();
    }
}

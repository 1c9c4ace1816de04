package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.OtherSettings.Setting;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.syntax.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of a block that are kept in their words, because nothing reads them yet. */
final class Kept {

    /** A draft that has such settings. */
    interface Keeper {

        Kept kept();
    }

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** A keyword with at most so many arguments; given twice, the last one counts. */
    void add(Arguments arguments, int most) {
        List<String> words = new ArrayList<>(List.of(arguments.keyword()));
        arguments.words().stream().limit(most).map(Word::text).forEach(words::add);
        settings.put(arguments.keyword(), new Setting(words));
    }

    List<Setting> settings() {
        return List.copyOf(settings.values());
    }
}

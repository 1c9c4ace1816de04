package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keywords of the file that were read and checked, but that nothing acts on: to be said once, not for every use. */
public final class NotActedOn {

    private final Map<String, AcceptedKeyword> byPath = new LinkedHashMap<>();

    void add(String block, Entry<?> entry, Statement statement) {
        String path = block.isEmpty() ? entry.name() : block + " " + entry.name();
        AcceptedKeyword known = byPath.get(path);
        if (known == null) {
            int line = statement.keyword().line().number();
            String place = statement.keyword().line().file() + ":" + line;
            String reason = entry.support().kind() == Support.Kind.NOT_YET
                    ? ""
                    : entry.support().reason();
            byPath.put(path, new AcceptedKeyword(block, entry.name(), reason, place, 1));
        } else {
            byPath.put(path, known.again());
        }
    }

    List<AcceptedKeyword> list() {
        return List.copyOf(byPath.values());
    }
}

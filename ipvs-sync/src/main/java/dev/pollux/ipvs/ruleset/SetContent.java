package dev.pollux.ipvs.ruleset;

import dev.pollux.linux.nftables.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the sets and maps of a table hold. Mutable, while a table is being built. */
public final class SetContent {

    private static final String GOTO = "goto ";

    /** Of each set and map: key as nft writes it, and what stands behind the colon, for a set nothing. */
    private final Map<String, Map<String, String>> sets = new TreeMap<>();

    /**
     * Adds an element, or gives it another value.
     *
     * @param value as nft writes it; empty in a set
     */
    public void put(String set, String key, String value) {
        sets.computeIfAbsent(set, name -> new TreeMap<>()).put(key, value);
    }

    /** The commands that make this of {@code old}. */
    public List<String> changes(SetContent old, TableName table) {
        List<String> lines = new ArrayList<>();
        Set<String> names = new TreeSet<>(sets.keySet());
        names.addAll(old.sets.keySet());
        names.forEach(set -> elements(set, old, table, lines));
        return lines;
    }

    private void elements(String set, SetContent old, TableName table, List<String> lines) {
        Map<String, String> wanted = sets.getOrDefault(set, Map.of());
        Map<String, String> present = old.sets.getOrDefault(set, Map.of());
        List<String> gone = present.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(wanted.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        List<String> fresh = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(present.get(entry.getKey())))
                .map(entry -> entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + " : " + entry.getValue())
                .toList();
        if (!gone.isEmpty()) {
            lines.add("delete element " + table + " " + set + " { " + String.join(", ", gone) + " }");
        }
        if (!fresh.isEmpty()) {
            lines.add("add element " + table + " " + set + " { " + String.join(", ", fresh) + " }");
        }
    }

    /** The same as a {@link dev.pollux.linux.nftables.TableListing} has it, where no key is a range. */
    public Map<String, Set<List<String>>> listing() {
        Map<String, Set<List<String>>> elements = new HashMap<>();
        sets.forEach((set, keys) -> {
            Set<List<String>> lists = new HashSet<>();
            keys.forEach((key, value) -> {
                List<String> values = new ArrayList<>(List.of(key.split(" \\. ", -1)));
                if (!value.isEmpty()) {
                    values.add(value.startsWith(GOTO) ? value.substring(GOTO.length()) : value);
                }
                lists.add(List.copyOf(values));
            });
            elements.put(set, lists);
        });
        return elements;
    }
}

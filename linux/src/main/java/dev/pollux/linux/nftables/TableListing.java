package dev.pollux.linux.nftables;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table as the kernel holds it, without the handles, so that two readings of equal tables are equal. Texts are compact
 * JSON in the words of libnftables-json(5); they are for comparing with an earlier reading, not for building scripts.
 *
 * @param objects chains, sets and maps by {@code kind name}, as in {@code chain postrouting}: their definition
 * @param rules of each chain that has some, in order
 * @param elements of each set and map that has some. Each is the list of its values, the key's first: {@code [192.0.2.1, 80]}
 *     in a set of address and port; in a verdict map the name of the chain follows
 */
public record TableListing(
        Map<String, String> objects, Map<String, List<String>> rules, Map<String, Set<List<String>>> elements) {

    public TableListing {
        objects = Map.copyOf(objects);
        rules = Map.copyOf(rules);
        elements = Map.copyOf(elements);
    }

    /** Whether chains, sets and rules are the same, whatever the sets hold. */
    public boolean sameStructure(TableListing other) {
        return objects.equals(other.objects) && rules.equals(other.rules);
    }

    /** Of one set or map; empty also when there is no such. */
    public Set<List<String>> elementsOf(String set) {
        return elements.getOrDefault(set, Set.of());
    }
}

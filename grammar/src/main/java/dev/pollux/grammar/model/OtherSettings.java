package dev.pollux.grammar.model;

import java.util.List;
import java.util.Map;

/**
 * What the file sets and no engine reads yet, in its own words: it is part of the configuration, so that a configuration that is
 * written out loses nothing.
 *
 * @param top of the top level, {@link #inGlobalDefs} those of {@code global_defs}
 * @param inInstances by instance name; no list is empty
 */
public record OtherSettings(List<Setting> top, List<Setting> inGlobalDefs, Map<String, List<Setting>> inInstances) {

    public static final OtherSettings NONE = new OtherSettings(List.of(), List.of(), Map.of());

    public OtherSettings {
        top = List.copyOf(top);
        inGlobalDefs = List.copyOf(inGlobalDefs);
        inInstances = Map.copyOf(inInstances);
    }

    /** Those of an instance. */
    public List<Setting> of(String instance) {
        return inInstances.getOrDefault(instance, List.of());
    }

    /**
     * A line of the file.
     *
     * @param words the keyword and its arguments
     */
    public record Setting(List<String> words) {

        public Setting {
            words = List.copyOf(words);
        }
    }
}

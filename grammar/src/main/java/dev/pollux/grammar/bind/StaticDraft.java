package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.schema.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blocks of static entries while they are being read. */
final class StaticDraft {

    final List<AddressDraft> addresses = new ArrayList<>();
    final List<Arguments> routes = new ArrayList<>();
    final List<Arguments> rules = new ArrayList<>();
    final Map<String, TrackGroupDraft> trackGroups = new LinkedHashMap<>();

    /** A {@code track_group}. */
    static final class TrackGroupDraft {

        final String name;
        final SourceSpan span;
        final List<String> members = new ArrayList<>();

        TrackGroupDraft(String name, SourceSpan span) {
            this.name = name;
            this.span = span;
        }
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.TrackerKey;

/** A line of a {@code track_...} block that names something defined above. */
record TrackedReference(TrackerKey key, TrackLine line, SourceSpan span) {}

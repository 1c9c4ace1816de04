package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines of a block that tracks something by name: it must be defined above, and be listed once. */
final class TrackerLines implements Entry.Line {

    private final Names names;
    private final TrackerBlock block;
    private final List<TrackedReference> references;
    private final Set<String> listed = new HashSet<>();

    TrackerLines(Names names, TrackerBlock block, List<TrackedReference> references) {
        this.names = names;
        this.block = block;
        this.references = references;
    }

    @Override
    public void read(Arguments line) {
        TrackLine read = names.require(block.kind(), line, 0) ? TrackLine.read(line, block.limit()) : null;
        if (read == null) {
            return;
        }
        if (!listed.add(line.text(0))) {
            line.report(
                    DiagnosticCode.DUPLICATE,
                    0,
                    line.text(0) + " is tracked twice, the second is ignored",
                    "remove it");
            return;
        }
        TrackerKey.Kind kind = block.kind().trackerKind();
        if (kind != null) {
            references.add(new TrackedReference(new TrackerKey(kind, read.name()), read, line.span()));
        }
    }
}

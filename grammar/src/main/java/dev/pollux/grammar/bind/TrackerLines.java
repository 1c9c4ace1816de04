package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.Entry;
import java.util.HashSet;
import java.util.Set;

/** The lines of a block that tracks something by name: it must be defined above, and be listed once. */
final class TrackerLines implements Entry.Line {

    private final Names names;
    private final TrackerBlock block;
    private final Set<String> listed = new HashSet<>();

    TrackerLines(Names names, TrackerBlock block) {
        this.names = names;
        this.block = block;
    }

    @Override
    public void read(Arguments line) {
        if (!names.require(block.kind(), line, 0) || TrackLine.read(line) == null) {
            return;
        }
        if (!listed.add(line.text(0))) {
            line.report(
                    DiagnosticCode.DUPLICATE,
                    0,
                    line.text(0) + " is tracked twice, the second is ignored",
                    "remove it");
        }
    }
}

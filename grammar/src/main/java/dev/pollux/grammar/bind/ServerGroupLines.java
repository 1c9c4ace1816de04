package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.ServerGroupDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.Entry;

/** The lines of {@code virtual_server_group}. */
record ServerGroupLines(ServerGroupDraft group, Arguments head) implements Entry.Line {

    @Override
    public void read(Arguments line) {
        ServerGroupEntry entry = ServerGroupEntry.read(line);
        if (entry != null) {
            group.entries.add(entry);
        }
    }

    @Override
    public void end() {
        if (group.entries.isEmpty()) {
            head.report(
                    DiagnosticCode.INCOMPLETE,
                    0,
                    "virtual_server_group " + group.name + " has no entries, it is left out",
                    "write ADDRESS PORT or fwmark N");
        }
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import org.jspecify.annotations.Nullable;

/** A {@code vrrp_script}, {@code track_file}, {@code vrrp_track_process} or {@code bfd_instance} while it is being read. */
final class TrackerDraft {

    final Names.Kind kind;
    final String name;
    final SourceSpan span;

    /** Whether it says what to track: a command, file, process or neighbour. */
    boolean hasTarget;

    @Nullable
    Script script;

    @Nullable
    ScriptUser user;

    TrackerDraft(Names.Kind kind, String name, SourceSpan span) {
        this.kind = kind;
        this.name = name;
        this.span = span;
    }
}

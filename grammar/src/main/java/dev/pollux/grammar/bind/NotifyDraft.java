package dev.pollux.grammar.bind;

import org.jspecify.annotations.Nullable;

/** Who is to be told what an instance or sync group does, while it is being read; null: not given. */
final class NotifyDraft {

    final ScriptUses scripts = new ScriptUses();

    @Nullable
    Boolean mail;

    @Nullable
    Boolean priorityChanges;

    /** {@code notify_deleted}, with a script or without. */
    boolean deletion;
}

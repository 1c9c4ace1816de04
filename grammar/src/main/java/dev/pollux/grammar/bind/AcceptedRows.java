package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.CheckerDraft.UrlDraft;
import dev.pollux.grammar.schema.BlockSchema;

/** Rows of keywords whose features are not built: they are read and checked, and said once. */
final class AcceptedRows {

    private AcceptedRows() {}

    static void instance(BlockSchema.Builder<InstanceDraft> rows) {}

    static void virtualServer(BlockSchema.Builder<VirtualServerDraft> rows) {}

    static void realServer(BlockSchema.Builder<RealServerDraft> rows) {}

    static void url(BlockSchema.Builder<UrlDraft> rows, CheckerDraft.Kind kind) {}

    static void global(BlockSchema.Builder<GlobalDraft> rows) {}

    static void root(BlockSchema.Builder<ConfigurationDraft> rows) {}

    static void syncGroup(BlockSchema.Builder<ConfigurationDraft.SyncGroupDraft> rows) {}
}

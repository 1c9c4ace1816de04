package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.SyncGroupDraft;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.BooleanType;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.FlagType;
import dev.pollux.grammar.schema.Support;

/** The keywords of {@code vrrp_sync_group} besides its members. */
final class SyncGroupRows {

    private static final BooleanType BOOLEAN = new BooleanType();

    private SyncGroupRows() {}

    static void add(BlockSchema.Builder<SyncGroupDraft> rows) {
        rows.add(new Entry.Lines<>(
                "track_interface", (d, head) -> line -> trackInterface(d, line), Support.ACTED_ON, ""));
        for (TrackerBlock block : TrackerBlock.values()) {
            rows.add(new Entry.Lines<>(
                    block.keyword(),
                    (d, head) -> new TrackerLines(d.names, block, d.trackedObjects),
                    Support.ACTED_ON,
                    ""));
        }
        for (String keyword : InstanceRows.SCRIPTS) {
            rows.required(
                    keyword,
                    new ScriptType(),
                    "none",
                    (d, v, at) -> d.notify.scripts.addOnce(ScriptType.Use.of(v, at)));
        }
        rows.keyword("smtp_alert", BOOLEAN, (d, v, at) -> d.notify.mail = v)
                .keyword("sync_group_tracking_weight", new FlagType(), (d, v, at) -> d.trackingWeight = true)
                .deprecated("global_tracking", "sync_group_tracking_weight")
                .keyword("notify_priority_changes", BOOLEAN, (d, v, at) -> d.notify.priorityChanges = v);
    }

    private static void trackInterface(SyncGroupDraft draft, Arguments line) {
        TrackedInterface tracked = TrackLine.trackedInterface(line, draft.trackedInterfaces);
        if (tracked != null) {
            draft.trackedInterfaces.add(tracked);
        }
    }
}

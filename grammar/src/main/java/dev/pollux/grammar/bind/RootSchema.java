package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.ServerGroupDraft;
import dev.pollux.grammar.bind.ConfigurationDraft.SyncGroupDraft;
import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.Support;
import dev.pollux.grammar.syntax.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keywords of the top level. Built once: it is the same for every file. */
public final class RootSchema {

    private static final BlockSchema<ConfigurationDraft> SCHEMA = create();

    private RootSchema() {}

    static BlockSchema<ConfigurationDraft> schema() {
        return SCHEMA;
    }

    /** The table of all keywords, for documentation and tests. */
    public static BlockSchema<?> table() {
        return SCHEMA;
    }

    private static BlockSchema<ConfigurationDraft> create() {
        BlockSchema.Builder<ConfigurationDraft> rows = BlockSchema.<ConfigurationDraft>named("")
                .add(new Entry.Block<>(
                        "global_defs",
                        GlobalSchema.create(),
                        false,
                        (d, head) -> d.global,
                        (d, block, head) -> {},
                        Support.ACTED_ON,
                        ""))
                .add(new Entry.Block<>(
                        "vrrp_instance",
                        InstanceSchema.create(),
                        false,
                        (d, head) -> counted(d, instance(d, head)),
                        (d, block, head) -> d.instances.put(block.name, block),
                        Support.ACTED_ON,
                        ""))
                .add(new Entry.Block<>(
                        "vrrp_sync_group",
                        syncGroup(),
                        false,
                        RootSchema::openSyncGroup,
                        (d, block, head) -> d.syncGroups.put(block.name, block),
                        Support.ACTED_ON,
                        ""))
                .add(new Entry.Block<>(
                        "virtual_server",
                        VirtualServerSchema.create(),
                        true,
                        (d, head) -> counted(d, VirtualServerSchema.open(d, head)),
                        (d, block, head) -> d.virtualServers.add(block),
                        Support.ACTED_ON,
                        ""))
                .add(new Entry.Lines<>("virtual_server_group", RootSchema::serverGroup, Support.ACTED_ON, ""));
        RootRows.add(rows);
        ForkRows.root(rows);
        return rows.build();
    }

    private static BlockSchema<SyncGroupDraft> syncGroup() {
        BlockSchema.Builder<SyncGroupDraft> rows = BlockSchema.<SyncGroupDraft>named("vrrp_sync_group")
                .add(new Entry.Lines<>("group", (d, head) -> line -> members(d, line), Support.ACTED_ON, ""));
        SyncGroupRows.add(rows);
        return rows.build();
    }

    private static void members(SyncGroupDraft draft, Arguments line) {
        for (Word word : line.words()) {
            if (draft.members.contains(word.text())) {
                line.reports()
                        .add(
                                DiagnosticCode.DUPLICATE,
                                word,
                                word.text() + " is listed twice, the second is ignored",
                                "remove it");
            } else {
                draft.members.add(word.text());
            }
        }
    }

    /** The block; one that cannot be opened is one that the file asks for in vain. */
    private static <B> @Nullable B counted(ConfigurationDraft draft, @Nullable B block) {
        draft.lost += block == null ? 1 : 0;
        return block;
    }

    private static @Nullable InstanceDraft instance(ConfigurationDraft draft, Arguments head) {
        String name = name(head);
        InstanceDraft known = name == null ? null : draft.instances.get(name);
        if (name == null || duplicate(head, known == null ? null : known.span)) {
            return null;
        }
        return new InstanceDraft(name, head.span(), draft.names);
    }

    private static @Nullable SyncGroupDraft openSyncGroup(ConfigurationDraft draft, Arguments head) {
        String name = name(head);
        SyncGroupDraft known = name == null ? null : draft.syncGroups.get(name);
        if (name == null || duplicate(head, known == null ? null : known.span)) {
            return null;
        }
        return new SyncGroupDraft(name, head.span(), draft.names);
    }

    private static Entry.@Nullable Line serverGroup(ConfigurationDraft draft, Arguments head) {
        if (head.isEmpty()) {
            head.report(
                    DiagnosticCode.MISSING_ARGUMENT_VALUE,
                    "virtual_server_group has no name, the block is ignored",
                    "write virtual_server_group NAME {");
            return null;
        }
        ServerGroupDraft known = draft.serverGroups.get(head.text(0));
        if (duplicate(head, known == null ? null : known.span)) {
            return null;
        }
        ServerGroupDraft group = new ServerGroupDraft(head.text(0), head.span());
        draft.serverGroups.put(group.name, group);
        return new ServerGroupLines(group, head);
    }

    /** Exactly one name, or null after a report. */
    private static @Nullable String name(Arguments head) {
        if (head.count() == 1) {
            return head.text(0);
        }
        String keyword = head.keyword();
        head.report(
                DiagnosticCode.INCOMPLETE,
                head.isEmpty() ? 0 : 1,
                keyword + (head.isEmpty() ? " has no name" : " has more than one name") + ", the block is ignored",
                "write " + keyword + " NAME {");
        return null;
    }

    private static boolean duplicate(Arguments head, @Nullable SourceSpan first) {
        if (first == null) {
            return false;
        }
        List<Word> words = head.words();
        head.reports()
                .add(
                        DiagnosticCode.DUPLICATE,
                        words.get(0),
                        head.keyword() + " " + head.text(0) + " is already defined, this block is ignored",
                        "give it another name",
                        new Diagnostic.Note(first, "first defined here"));
        return true;
    }
}

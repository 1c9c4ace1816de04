package dev.pollux.grammar.pair;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the two directors.
 *
 * @param file what its configuration is called
 */
record Side(ReadResult result, String file) {

    Configuration configuration() {
        return result.configuration();
    }

    SourceSpan place(VrrpInstance instance) {
        return orFile(result.originOfInstance(instance.name()));
    }

    SourceSpan place(VrrpSyncGroup group) {
        return orFile(result.originOfGroup(group.name()));
    }

    SourceSpan place(VirtualServer server) {
        return orFile(result.originOf(server.key()));
    }

    /** Where the director lacks something: its file as a whole. */
    SourceSpan place() {
        return SourceSpan.file(file);
    }

    private SourceSpan orFile(@Nullable SourceSpan span) {
        return Objects.requireNonNullElse(span, place());
    }
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.ScriptUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code global_defs} says of mail, FIFOs and scripts, while it is being read; null: not given. */
final class NotificationDraft {

    /** Whose FIFO it is. */
    enum FifoKind {
        ALL("notify_fifo"),
        VRRP("vrrp_notify_fifo"),
        SERVERS("lvs_notify_fifo");

        private final String keyword;

        FifoKind(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }

        String scriptKeyword() {
            return keyword + "_script";
        }
    }

    /** A FIFO's path and owner. */
    record FifoDraft(String path, @Nullable ScriptUser owner) {}

    final Map<FifoKind, FifoDraft> fifos = new EnumMap<>(FifoKind.class);
    final ScriptUses scripts = new ScriptUses();

    @Nullable
    String mailFrom;

    MailServerType.@Nullable Server mailServer;

    @Nullable
    SourceSpan mailServerSpan;

    @Nullable
    String helo;

    Duration mailTimeout = Duration.ofSeconds(30);
    final List<String> recipients = new ArrayList<>();

    @Nullable
    Boolean mail;

    @Nullable
    Boolean mailOfRouters;

    @Nullable
    Boolean mailOfServers;

    boolean withoutFaults;
    boolean withoutCheckers;
    boolean supplementaryGroups;
    Duration startupTimeout = Duration.ofSeconds(10);
    Duration shutdownTimeout = Duration.ofSeconds(10);
    boolean priorityChanges;
    boolean statesOnReload;
    boolean initialServerStates;
}

package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ScriptUser;
import dev.pollux.grammar.model.Trackers.InitialContent;
import dev.pollux.grammar.model.Trackers.ParameterMatch;
import dev.pollux.grammar.model.Trackers.Worth;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@code vrrp_script}, {@code track_file} or {@code vrrp_track_process} while it is being read. */
final class TrackerDraft {

    final Names.Kind kind;
    final String name;
    final SourceSpan span;

    /** Whether it says what to track: a command, file or process. */
    boolean hasTarget;

    @Nullable
    Script script;

    @Nullable
    ScriptUser user;

    Duration interval = Duration.ofSeconds(1);
    Duration timeout = Duration.ZERO;
    int rise = 1;
    int fall = 1;
    boolean initiallyFailed;

    String path = "";

    @Nullable
    InitialContent initial;

    List<String> command = List.of();
    boolean fullCommand;
    ParameterMatch match = ParameterMatch.NONE;
    int quorum = 1;
    int maximum = Integer.MAX_VALUE;
    Duration terminateDelay = Duration.ZERO;
    Duration forkDelay = Duration.ZERO;

    @Nullable
    Worth worth;

    TrackerDraft(Names.Kind kind, String name, SourceSpan span) {
        this.kind = kind;
        this.name = name;
        this.span = span;
    }

    /** What it is worth to those that do not say; a file counts once, others mean FAULT. */
    Worth worth() {
        return worth == null ? new Worth(kind == Names.Kind.FILE ? 1 : 0, false) : worth;
    }

    /** {@code user} is a keyword of its own here, words behind the command are not looked at. */
    Script scriptAsUser() {
        return new Script(Objects.requireNonNull(script).command(), user);
    }
}

package dev.pollux.director.script;

import dev.pollux.grammar.model.NotificationSettings.LifeScript;
import dev.pollux.linux.child.Command;
import dev.pollux.linux.child.TimedRun;
import dev.pollux.linux.syscall.SystemCallException;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code startup_script} and {@code shutdown_script}: the director waits for them, but not for ever. */
public final class LifeScripts {

    private static final Logger LOG = LoggerFactory.getLogger(LifeScripts.class);

    private final IoEventLoop loop;
    private final ScriptCounts.Count counts;

    public LifeScripts(IoEventLoop loop, ScriptCounts counts) {
        this.loop = loop;
        this.counts = counts.of(ScriptKind.LIFE);
    }

    /** Completes when the script has ended, however; at once where there is none. */
    public CompletionStage<Void> run(String keyword, @Nullable LifeScript script, ScriptCommands commands) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Optional<Command> command = script == null ? Optional.empty() : commands.command(script.script(), List.of());
        if (script == null || command.isEmpty()) {
            done.complete(null);
            return done;
        }
        try {
            LOG.info("Running {}", keyword);
            counts.started();
            TimedRun.start(loop, command.get(), script.timeout(), outcome -> {
                if (outcome.timedOut()) {
                    counts.timedOut();
                } else if (!outcome.successful()) {
                    counts.failed();
                }
                LOG.info("{} {}", keyword, outcome.text());
                done.complete(null);
            });
        } catch (SystemCallException e) {
            counts.failed();
            LOG.error("Cannot run {}: {}", keyword, e.getMessage());
            done.complete(null);
        }
        return done;
    }
}

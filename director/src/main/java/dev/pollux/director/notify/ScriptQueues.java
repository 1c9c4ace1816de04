package dev.pollux.director.notify;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.script.ScriptKind;
import dev.pollux.grammar.model.Script;
import dev.pollux.linux.child.Command;
import io.netty.channel.IoEventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queue of scripts for every subject. Owned by the {@code control} loop. */
final class ScriptQueues {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptQueues.class);
    private static final ScriptQueue.Limits LIMITS = new ScriptQueue.Limits(30_000, 2_000);
    private static final int LOOK_MILLIS = 20;
    private static final int MANY = 4096;

    /** How long scripts may take after the engines have stopped, in looks; keepalived waits a second. */
    private static final int LOOKS_BEFORE_END = 100;

    private static final int LOOKS_AT_MOST = 200;

    private final IoEventLoop loop;
    private final ScriptCounts.Count counts;
    private final Map<String, ScriptQueue> queues = new HashMap<>();
    private ScriptCommands commands = ScriptCommands.local(false);
    private long superseded;

    ScriptQueues(IoEventLoop loop, ScriptCounts counts) {
        this.loop = loop;
        this.counts = counts.of(ScriptKind.NOTIFY);
    }

    /** A script and what it gets behind its own arguments. */
    record Call(Script script, List<String> arguments) {}

    void use(ScriptCommands next) {
        commands = next;
    }

    /** Runs the scripts of one event of a subject when it is their turn. */
    void run(String subject, List<Call> calls) {
        List<Command> due = new ArrayList<>();
        for (Call call : calls) {
            commands.command(call.script(), call.arguments())
                    .ifPresentOrElse(
                            due::add,
                            () -> LOG.error(
                                    "({}) cannot run {} as its user",
                                    subject,
                                    call.script().command()));
        }
        if (!due.isEmpty()) {
            queues.computeIfAbsent(subject, name -> new ScriptQueue(loop, name, LIMITS, counts))
                    .add(due);
            tidy();
        }
    }

    int waiting() {
        return (int) queues.values().stream().filter(ScriptQueue::isWaiting).count();
    }

    long superseded() {
        return superseded
                + queues.values().stream().mapToLong(ScriptQueue::superseded).sum();
    }

    /** Completes when every script has ended; those that take too long are ended. */
    CompletionStage<Void> finish() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        look(0, done);
        return done;
    }

    private void look(int looks, CompletableFuture<Void> done) {
        boolean idle = queues.values().stream().allMatch(ScriptQueue::isIdle);
        if (idle || looks == LOOKS_AT_MOST) {
            done.complete(null);
            return;
        }
        if (looks == LOOKS_BEFORE_END) {
            queues.values().forEach(ScriptQueue::abandon);
        }
        var unused = loop.schedule(() -> look(looks + 1, done), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Subjects come and go with reloads; a queue that has nothing to do is not kept for ever. */
    private void tidy() {
        if (queues.size() > MANY) {
            queues.values().removeIf(queue -> {
                boolean idle = queue.isIdle();
                superseded += idle ? queue.superseded() : 0;
                return idle;
            });
        }
    }
}

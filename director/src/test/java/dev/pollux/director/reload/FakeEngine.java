package dev.pollux.director.reload;

import dev.pollux.grammar.model.Configuration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Writes what it is asked to do into a journal, and can refuse, fail or take its time. */
final class FakeEngine implements Engine {

    private final String name;
    private final List<String> journal;
    private final Queue<CompletableFuture<Void>> held = new ConcurrentLinkedQueue<>();

    @Nullable
    String objection;

    @Nullable
    String refusal;

    @Nullable
    RuntimeException failure;

    boolean slow;

    /** Names of the threads that asked for something. */
    final Set<String> callers = ConcurrentHashMap.newKeySet();

    FakeEngine(String name, List<String> journal) {
        this.name = name;
        this.journal = journal;
    }

    @Override
    public CompletionStage<Void> admit(Configuration next) {
        return objection == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new IllegalStateException(objection));
    }

    @Override
    public CompletionStage<Prepared> prepare(Configuration next) {
        callers.add(Thread.currentThread().getName());
        if (refusal != null) {
            return CompletableFuture.failedFuture(new IllegalStateException(refusal));
        }
        String what = next.vrrpInstances().size() + "+" + next.virtualServers().size();
        return CompletableFuture.completedFuture(() -> commit(what));
    }

    boolean holds() {
        return !held.isEmpty();
    }

    void release() {
        held.remove().complete(null);
    }

    private CompletionStage<Void> commit(String what) {
        callers.add(Thread.currentThread().getName());
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        journal.add(name + " " + what);
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (slow) {
            held.add(done);
        } else {
            done.complete(null);
        }
        return done;
    }
}

package dev.pollux.vrrp;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.route.RouteClient;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TrackerReading;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The virtual routers, for other threads. Every call returns at once; the work is done on the {@code vrrp} loop, where stages
 * complete too.
 */
public final class VrrpProxy {

    /** Snapshots are never older than this, and newer after every change of state. */
    private static final long PUBLISH_INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final VrrpEnvironment environment;
    private final CompletableFuture<VrrpEngine> started = new CompletableFuture<>();
    private final StatusBoard board = new StatusBoard();
    private @Nullable RouteClient client;
    private @Nullable DeadlineTimer publisher;
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private boolean leaving;

    private VrrpProxy(VrrpEnvironment environment) {
        this.environment = environment;
    }

    /** Starts the engine with nothing to run. What fails, such as EPERM without CAP_NET_RAW, fails every stage asked for. */
    public static VrrpProxy start(VrrpEnvironment environment) {
        VrrpProxy proxy = new VrrpProxy(environment.with(new GuardedListener(environment.listener())));
        environment.rtnlLoop().execute(proxy::openClient);
        return proxy;
    }

    /**
     * What the configuration would change. Fails with {@link RefusedException} when it cannot be run. Not to be called on the
     * {@code vrrp} loop, for which it loads what sealed adverts need.
     */
    public CompletionStage<VrrpPlan> prepare(Configuration next) {
        Seals.rehearse(next.vrrpInstances());
        CompletableFuture<VrrpPlan> plan = new CompletableFuture<>();
        onLoop(plan, engine -> {
            try {
                plan.complete(engine.prepare(next));
            } catch (RefusedException e) {
                plan.completeExceptionally(e);
            }
        });
        return plan;
    }

    /** Carries out the newest plan; complete when every address that it gives up or moves has been dealt with. */
    public CompletionStage<Void> commit(VrrpPlan plan) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        onLoop(
                done,
                engine -> engine.commit(plan, () -> {
                    board.publish(engine);
                    done.complete(null);
                }));
        return done;
    }

    /** Tells what has been found of something tracked by name; it counts from the next turn of the loop on. */
    public void tracked(TrackerKey key, TrackerReading reading) {
        onLoop(new CompletableFuture<>(), engine -> engine.tracked(key, reading));
    }

    /** Leaves: every priority-0 advert first, then all addresses; complete when they are gone. A second call waits too. */
    public CompletionStage<Void> stop() {
        onLoop(left, this::leave);
        return left;
    }

    /** The newest snapshots, in the order of the configuration. Callable from any thread. */
    public List<VirtualRouterStatus> status() {
        return board.routers();
    }

    /** State of each sync group by name. Callable from any thread. */
    public Map<String, StateName> syncGroups() {
        return board.groups();
    }

    /** Packets that were for none of the virtual routers. Callable from any thread. */
    public StrayCounts strays() {
        return board.strays();
    }

    private void openClient() {
        try {
            RouteClient opened = RouteClient.open();
            environment.vrrpLoop().execute(() -> openEngine(opened));
        } catch (SystemCallException e) {
            started.completeExceptionally(e);
        }
    }

    private void openEngine(RouteClient opened) {
        try {
            client = opened;
            VrrpEngine engine = new VrrpEngine(environment, opened);
            DeadlineTimer timer = new DeadlineTimer(environment.vrrpLoop(), environment.clock(), () -> publish(engine));
            publisher = timer;
            engine.onChange(() -> timer.arm(environment.clock().nanoTime()));
            publish(engine);
            started.complete(engine);
        } catch (SystemCallException e) {
            environment.rtnlLoop().execute(opened::close);
            started.completeExceptionally(e);
        }
    }

    private void publish(VrrpEngine engine) {
        board.publish(engine);
        if (publisher != null && !leaving) {
            publisher.arm(environment.clock().nanoTime() + PUBLISH_INTERVAL);
        }
    }

    private void leave(VrrpEngine engine) {
        if (leaving) {
            return;
        }
        leaving = true;
        engine.stop(() -> {
            publish(engine);
            if (publisher != null) {
                publisher.cancel();
            }
            RouteClient open = client;
            environment.rtnlLoop().execute(() -> {
                if (open != null) {
                    open.close();
                }
                environment.vrrpLoop().execute(() -> left.complete(null));
            });
        });
    }

    /** Runs on the loop once the engine is there. */
    private void onLoop(CompletableFuture<?> result, Consumer<VrrpEngine> work) {
        var unused = started.whenComplete((engine, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                environment.vrrpLoop().execute(() -> run(result, () -> work.accept(engine)));
            }
        });
    }

    private static void run(CompletableFuture<?> result, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }
}

package dev.pollux.vrrp;

import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.route.RouteClient;
import dev.pollux.linux.route.RouteNotifications;
import dev.pollux.linux.socket.PacketSocket;
import dev.pollux.vrrp.address.AddressOutcome;
import dev.pollux.vrrp.address.AddressProxy;
import dev.pollux.vrrp.machine.RouterEvent;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * A takeover without effects, so that the first real one, perhaps after months, finds its classes loaded and its code linked.
 * A throw-away router of the {@link RehearsalScene} goes the whole real way: its master-down timer expires, it sends an advert,
 * writes a journal, asks the kernel for its address, announces it, and yields to a better router. The kernel refuses all of it.
 *
 * <p>It has its own loop, sockets, journal and counters and does not log, so the engine's loops do not notice.
 */
final class Rehearsal {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

    /** Ends a rehearsal that got stuck. It takes a few milliseconds unless the kernel's rtnl lock is held. */
    private static final long LONGEST_SECONDS = 2;

    private final IoEventLoop loop = EventLoops.create("rehearsal");
    private final VrrpEnvironment environment;
    private final CompletableFuture<RouterCounts> over = new CompletableFuture<>();
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private @Nullable RouterServices services;
    private @Nullable VirtualRouter router;
    private boolean leaving;

    private Rehearsal(VrrpEnvironment real) {
        Path journal = real.addressJournal().resolveSibling("rehearsal");
        environment = new VrrpEnvironment(
                loop, loop, real.clock(), new GuardedListener(transition -> {}), journal, LatenessListener.NONE);
    }

    /**
     * Begins one in the calling thread's network namespace. Complete when nothing is left of it, with what the throw-away
     * router counted; exceptionally where it could not be played.
     */
    static CompletableFuture<RouterCounts> begin(VrrpEnvironment real) {
        Rehearsal rehearsal = new Rehearsal(real);
        rehearsal.loop.execute(rehearsal::start);
        return rehearsal.over;
    }

    private void start() {
        try {
            var unused = loop.schedule(this::leave, LONGEST_SECONDS, TimeUnit.SECONDS);
            play();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        log.info("The rehearsal of a takeover failed: {}", e.toString());
        close();
        over.completeExceptionally(e);
    }

    private void play() {
        LinkTable links = new LinkTable();
        links.load(List.of(RehearsalScene.NOWHERE), List.of());
        listen();
        RouteClient client = own(RouteClient.open(), RouteClient::close);
        PacketSocket frames = own(PacketSocket.open(PacketSocket.SEND_ONLY), PacketSocket::close);
        AdvertSocket socket = own(
                new AdvertSocket(
                        RehearsalScene.configuration().channel(),
                        RehearsalScene.NOWHERE,
                        environment,
                        (from, packet, at) -> {}),
                AdvertSocket::close);
        Logger silence = NOPLogger.NOP_LOGGER;
        Announcer announcer = own(
                new Announcer(environment, silence, links, new FrameSocket(frames, silence)::send), Announcer::close);
        AddressProxy addresses = AddressProxy.ofRefused(
                new AddressProxy.Loops(loop, loop), client, environment.addressJournal(), this::applied);
        RouterServices ours =
                new RouterServices(environment, silence, links, addresses, announcer, new RouterDispatcher(), () -> {});
        VirtualRouter actor = new VirtualRouter(ours, RehearsalScene.configuration(), RehearsalScene.condition());
        services = ours;
        router = actor;
        new SyncGroups(ours).set(List.of(RehearsalScene.GROUP), List.of(actor));
        actor.observe(RehearsalScene.condition(), socket);
        actor.start(false, ours.now());
    }

    /** A new address is heard of before its owner is told. What is heard here must not reach the scene: it is real. */
    private void listen() {
        RouteNotifications notifications =
                own(RouteNotifications.open(loop, new LinkTable()::apply), RouteNotifications::close);
        notifications.repeatAddresses();
    }

    private void applied(AddressOutcome outcome) {
        if (router != null) {
            router.holding().applied(outcome);
        }
        // The first answer is to the takeover, and has just been announced.
        if (!leaving) {
            loop.execute(this::leave);
        }
    }

    private void leave() {
        if (leaving || router == null || services == null) {
            return;
        }
        leaving = true;
        try {
            giveWay(services, router);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Yields, and waits until the address is given up. */
    private void giveWay(RouterServices services, VirtualRouter router) {
        long now = services.now();
        InetAddress better = RehearsalScene.BETTER_ROUTER;
        services.dispatcher().tell(router, new RouterEvent.AdvertReceived(now, now, 255, better, 1));
        router.stop().run();
        RouterCounts counts = router.status().counts();
        services.addresses().whenDone(() -> {
            close();
            over.complete(counts);
        });
    }

    private void close() {
        closing.forEach(Runnable::run);
        closing.clear();
        try {
            Files.deleteIfExists(environment.addressJournal());
        } catch (IOException e) {
            log.debug("Cannot remove the journal of the rehearsal: {}", e.toString());
        }
        var unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private <T> T own(T resource, Consumer<T> close) {
        closing.push(() -> close.accept(resource));
        return resource;
    }
}

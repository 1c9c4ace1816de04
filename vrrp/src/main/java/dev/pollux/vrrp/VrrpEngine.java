package dev.pollux.vrrp;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSettings;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.linux.route.RouteClient;
import dev.pollux.linux.route.RouteEvent;
import dev.pollux.linux.socket.PacketSocket;
import dev.pollux.vrrp.address.AddressOutcome;
import dev.pollux.vrrp.address.AddressProxy;
import dev.pollux.vrrp.address.BoundAddress;
import dev.pollux.vrrp.address.BoundEntry;
import dev.pollux.vrrp.address.Holder;
import dev.pollux.vrrp.link.JoinReports;
import dev.pollux.vrrp.link.VirtualLinkProxy;
import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.machine.RouterState;
import dev.pollux.vrrp.machine.TrackerReading;
import dev.pollux.vrrp.packet.IpPacket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All virtual routers and sync groups of this machine. Owned by the {@code vrrp} loop. */
final class VrrpEngine implements LinkWatch.Observer {

    private static final Logger log = LoggerFactory.getLogger(VrrpEngine.class);

    private final VrrpEnvironment environment;
    private final LinkTable links = new LinkTable();
    private final AddressProxy addresses;
    private final AddressGuard guard;
    private final PacketSocket frames;
    private final Announcer announcer;
    private final AdvertSockets sockets;
    private final LinkWatch linkWatch;
    private final RoutingWatch routingWatch;
    private final StaticEntries statics;
    private final VirtualLinks virtualLinks;
    private final RouterServices services;
    private final Map<VirtualRouterKey, VirtualRouter> routers = new LinkedHashMap<>();
    private final StartQueue starts;
    private final RouterIndex index = new RouterIndex(log);
    private final JoinReports joinReports = new JoinReports();
    private final SyncGroups groups;
    private final List<Runnable> whenLoaded = new ArrayList<>();
    private final TrackerTable trackers = new TrackerTable();
    private final TrackerLog trackerLog = new TrackerLog(log);
    private final SteadyLinks steady;
    private VrrpSettings settings = VrrpSettings.defaults();
    private Set<InetAddress> virtualAddresses = Set.of();
    private boolean loaded;
    private boolean looking;
    private boolean linksChanged;
    private Runnable onChange = () -> {};

    VrrpEngine(VrrpEnvironment environment, RouteClient client) {
        assert environment.vrrpLoop().inEventLoop();
        this.environment = environment;
        this.guard = new AddressGuard(environment);
        this.addresses = new AddressProxy(
                new AddressProxy.Setting(
                        new AddressProxy.Loops(environment.vrrpLoop(), environment.rtnlLoop()),
                        client,
                        environment.addressJournal(),
                        guard::refuse),
                this::applied);
        this.frames = PacketSocket.open(PacketSocket.SEND_ONLY);
        this.announcer = new Announcer(environment, log, links, new FrameSocket(frames, log)::send);
        this.steady = new SteadyLinks(environment, links, this::look);
        this.sockets = new AdvertSockets(environment, links, this::deliver, this::look);
        this.services = new RouterServices(
                environment, log, links, addresses, announcer, new RouterDispatcher(), () -> onChange.run());
        this.groups = new SyncGroups(services);
        this.virtualLinks = new VirtualLinks(
                new VirtualLinkProxy(environment.vrrpLoop(), environment.rtnlLoop(), client), links, log, this::relook);
        this.starts = new StartQueue(services, virtualLinks, sockets, trackers);
        this.statics = new StaticEntries(addresses, links, log);
        this.routingWatch = new RoutingWatch(environment.vrrpLoop(), this::changed);
        this.linkWatch = new LinkWatch(environment, client, links, this);
    }

    /** Is run after changes of state, for whoever shows them. */
    void onChange(Runnable runnable) {
        onChange = runnable;
    }

    StrayCounts strays() {
        return index.strays();
    }

    VrrpPlan prepare(Configuration next) throws RefusedException {
        return VrrpPlanner.plan(
                new VrrpPlanner.Running(
                        routers.values().stream().map(VirtualRouter::instance).toList(),
                        groups.configured(),
                        statics.settings(),
                        settings),
                next);
    }

    /** Makes the plan true; calls back when every address it concerns has been dealt with. */
    void commit(VrrpPlan plan, Runnable done) {
        if (!loaded) {
            whenLoaded.add(() -> commit(plan, done));
            return;
        }
        Map<VirtualRouterKey, VrrpInstance> next = new LinkedHashMap<>();
        plan.instances().forEach(instance -> next.put(instance.key(), instance));
        remove(routers.values().stream()
                .filter(router -> !next.containsKey(router.key()))
                .toList());
        virtualAddresses = virtualAddresses(plan.instances());
        set(plan);
        statics.set(plan.statics());
        trackers.keep(VrrpPlanner.tracked(plan.instances()));
        Map<String, String> groupOf = VrrpPlanner.groupOfMember(plan.syncGroups());
        List<VirtualRouter> added = new ArrayList<>();
        sockets.add(channels(plan.instances()));
        for (VrrpInstance instance : plan.instances()) {
            RouterConfiguration configuration =
                    new RouterConfiguration(instance, groupOf.getOrDefault(instance.name(), ""));
            VirtualRouter running = routers.get(instance.key());
            if (running == null) {
                added.add(add(configuration));
            } else if (!running.configuration().equals(configuration)) {
                running.reconfigure(configuration, condition(configuration));
            }
        }
        List<VirtualInterface> interfaces = virtualInterfaces();
        guard.configure(plan.firewall(), interfaces);
        virtualLinks.want(interfaces);
        index.set(routers.values());
        groups.set(plan.syncGroups(), routers.values());
        starts.add(added);
        sockets.keep(channels());
        routingWatch.listen(statics.hasRouting()
                || routers.values().stream()
                        .anyMatch(router -> router.configuration().hasRouting()));
        look();
        addresses.whenDone(done);
    }

    private void set(VrrpPlan plan) {
        settings = plan.vrrp();
        starts.begin(settings);
        index.logUnknown(settings.logUnknownRouters());
        Map<String, String> bases = new HashMap<>();
        plan.instances().stream()
                .flatMap(instance -> instance.interfaces().all().stream())
                .forEach(each -> bases.put(each.name(), each.base()));
        steady.set(settings.linkDelays(), bases);
        announcer.group(settings.garpGroups(), bases);
        environment.rtnlLoop().execute(() -> joinReports.quiet(plan.vrrp().quietJoins()));
    }

    /** After the start adverts may be left unheard for a while. */
    private void deliver(AdvertSocket socket, @Nullable IpPacket packet, long receivedAt) {
        if (!starts.delayed()) {
            index.deliver(socket, packet, receivedAt);
        }
    }

    /** Tells all neighbours first, then gives up the addresses, then everything else. */
    void stop(Runnable done) {
        remove(List.copyOf(routers.values()));
        virtualLinks.want(List.of());
        guard.configure(FirewallSettings.defaults(), List.of());
        statics.set(StaticSettings.NONE);
        environment.rtnlLoop().execute(() -> joinReports.quiet(false));
        addresses.whenDone(() -> {
            routingWatch.close();
            sockets.close();
            announcer.close();
            steady.close();
            frames.close();
            linkWatch.close();
            starts.whenRehearsed(done);
        });
    }

    /** Routers in the order of the configuration. */
    Iterable<VirtualRouter> routers() {
        return routers.values();
    }

    Iterable<SyncGroup> groups() {
        return groups.all();
    }

    @Override
    public void loaded() {
        loaded = true;
        linksChanged = true;
        lookOnce();
        verifyAll();
        List.copyOf(whenLoaded).forEach(Runnable::run);
        whenLoaded.clear();
    }

    @Override
    public void changed(RouteEvent event) {
        if (!loaded) {
            return;
        }
        if (event instanceof RouteEvent.AddressRemoved removed) {
            removed(removed.address());
        } else if (event instanceof RouteEvent.RouteRemoved removed) {
            removed(removed.route());
            return;
        } else if (event instanceof RouteEvent.RuleRemoved removed) {
            removed(removed.rule());
            return;
        } else if (event instanceof RouteEvent.NotificationsLost) {
            verifyAll();
            return;
        } else if (event instanceof RouteEvent.LinkChanged || event instanceof RouteEvent.LinkRemoved) {
            linksChanged = true;
        }
        if (!looking) {
            looking = true;
            environment.vrrpLoop().execute(this::lookOnce);
        }
    }

    private void removed(NetworkEntry gone) {
        statics.removed(gone);
        routers.values().forEach(router -> router.holding().removed(gone, lost -> lose(router, lost)));
    }

    private void verifyAll() {
        routers.values().forEach(router -> router.holding().verify(lost -> lose(router, lost)));
    }

    /** Notifications come in crowds, one for each address of each master: one look serves all that were read together. */
    private void lookOnce() {
        looking = false;
        boolean links = linksChanged;
        virtualLinks.look();
        if (links) {
            linksChanged = false;
            sockets.keep(channels());
        }
        look();
        statics.rebind();
        routers.values().forEach(router -> router.holding().rebind());
        if (links) {
            statics.restoreRoutes();
            routers.values().forEach(router -> router.holding().refresh());
        }
    }

    /** An interface of ours has been made. */
    private void relook() {
        linksChanged = true;
        lookOnce();
    }

    /** What interfaces and sockets mean to every router now; those that waited for them may start. */
    private void look() {
        for (VirtualRouter router : List.copyOf(routers.values())) {
            router.observe(
                    condition(router.configuration()),
                    sockets.ready(router.configuration().channel()));
        }
        starts.look();
    }

    /** Something that is tracked by name is well, failed, or has another number. */
    void tracked(TrackerKey key, TrackerReading reading) {
        if (trackers.set(key, reading) && loaded) {
            trackerLog.read(key, reading, routers.values());
            look();
        }
    }

    private List<VirtualInterface> virtualInterfaces() {
        return routers.values().stream()
                .flatMap(router -> router.instance().interfaces().all().stream())
                .toList();
    }

    private VirtualRouter add(RouterConfiguration configuration) {
        VirtualRouter router = new VirtualRouter(services, configuration, condition(configuration));
        routers.put(router.key(), router);
        if (links.link(router.key().interfaceName()) == null
                && !configuration.channel().anyInterface()) {
            log.error(
                    "({}) interface {} does not exist; in FAULT until it appears",
                    router.name(),
                    router.key().interfaceName());
        }
        return router;
    }

    private void remove(List<VirtualRouter> leaving) {
        List<Runnable> rest = leaving.stream().map(VirtualRouter::stop).toList();
        rest.forEach(Runnable::run);
        leaving.forEach(router -> {
            routers.remove(router.key());
            starts.remove(router);
        });
        index.set(routers.values());
        groups.publish();
    }

    private void applied(AddressOutcome outcome) {
        if (outcome.holder().equals(Holder.DIRECTOR)) {
            if (statics.applied(outcome)) {
                look();
            }
            return;
        }
        VirtualRouter router = outcome.holder().router().map(routers::get).orElse(null);
        if (router != null) {
            router.holding().applied(outcome);
        }
    }

    private void lose(VirtualRouter router, BoundEntry entry) {
        if (router.state() instanceof RouterState.Master && !router.holding().restore(entry)) {
            long now = services.now();
            services.dispatcher()
                    .tell(
                            router,
                            entry instanceof BoundAddress address
                                    ? new RouterEvent.AddressLost(
                                            now, address.address().address())
                                    : new RouterEvent.RoutingLost(now, entry.toString()));
        }
    }

    private RouterCondition condition(RouterConfiguration configuration) {
        return RouterCondition.of(configuration, new Surroundings(links, steady, sockets, virtualAddresses, trackers))
                .with(statics.missing(configuration.instance().name()));
    }

    private Set<AdvertChannel> channels() {
        return channels(routers.values().stream().map(VirtualRouter::instance).toList());
    }

    private static Set<AdvertChannel> channels(List<VrrpInstance> instances) {
        return instances.stream().map(AdvertChannel::of).collect(Collectors.toSet());
    }

    private static Set<InetAddress> virtualAddresses(List<VrrpInstance> instances) {
        return instances.stream()
                .flatMap(instance -> new RouterConfiguration(instance, "").addresses().stream())
                .map(address -> address.address())
                .collect(Collectors.toSet());
    }
}

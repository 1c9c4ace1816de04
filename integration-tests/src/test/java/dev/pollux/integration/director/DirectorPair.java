package dev.pollux.integration.director;

import dev.pollux.integration.capture.AddressMonitor;
import dev.pollux.integration.capture.NetworkEvent.AddressChange;
import dev.pollux.integration.capture.NetworkEvent.Arp;
import dev.pollux.integration.capture.PacketCapture;
import dev.pollux.integration.capture.Timeline;
import dev.pollux.integration.capture.WallClock;
import dev.pollux.integration.machine.Disturbances;
import dev.pollux.integration.machine.Rounds;
import dev.pollux.integration.machine.RtnlProbe;
import dev.pollux.integration.network.ArpFrame;
import dev.pollux.integration.network.Cable;
import dev.pollux.integration.network.Command;
import dev.pollux.integration.network.Host;
import dev.pollux.integration.network.Namespace;
import dev.pollux.integration.network.RawLink;
import dev.pollux.integration.network.Switch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two directors and an outsider on an external segment; the directors share an internal one as well.
 *
 * <pre>
 *            192.0.2.0/24                    198.51.100.0/24
 *   x.eth0 ------+------ a.eth0  [ a ]  a.eth1 ------+
 *     .66        |        .11            .11         |
 *                +------ b.eth0  [ b ]  b.eth1 ------+
 *                         .12            .12
 * </pre>
 *
 * It is laid once a test run and swept after every test.
 */
public final class DirectorPair implements AutoCloseable {

    /** The device on the external segment. */
    public static final String EXTERNAL = "eth0";

    /** The device on the internal segment. */
    public static final String INTERNAL = "eth1";

    private final String prefix = "pollux" + ProcessHandle.current().pid();
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final Map<String, Cable> cables = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final List<DirectorProcess> directors = new ArrayList<>();
    private final Timeline timeline = new Timeline();
    private final Path folder;
    private final Host a;
    private final Host b;
    private final Host outsider;
    private final RawLink outsiderLink;
    private final RtnlProbe rtnl;
    private final List<Long> observers;
    private final Disturbances disturbances;

    /** Lays the cables and starts the observers. */
    public DirectorPair() {
        folder = scratchFolder();
        resources.push(() -> Command.of("rm", "-r", folder.toString()).result());
        rtnl = opened(RtnlProbe.start());
        rtnl.settle();
        Switch exchange = opened(new Switch(Namespace.create(prefix + "sw")));
        exchange.addSegment("external");
        exchange.addSegment("internal");
        a = host("a");
        b = host("b");
        outsider = host("x");
        plug(exchange, a, EXTERNAL, "external", "192.0.2.11/24");
        plug(exchange, b, EXTERNAL, "external", "192.0.2.12/24");
        plug(exchange, outsider, EXTERNAL, "external", "192.0.2.66/24");
        plug(exchange, a, INTERNAL, "internal", "198.51.100.11/24");
        plug(exchange, b, INTERNAL, "internal", "198.51.100.12/24");
        outsiderLink = opened(RawLink.open(outsider.namespace(), EXTERNAL));
        PacketCapture capture = opened(PacketCapture.start(exchange.namespace(), timeline));
        AddressMonitor monitorOfA = opened(AddressMonitor.start(a, timeline));
        AddressMonitor monitorOfB = opened(AddressMonitor.start(b, timeline));
        observers = List.of(capture.pid(), monitorOfA.pid(), monitorOfB.pid());
        disturbances = new Disturbances(rtnl, this::watched);
    }

    public Host a() {
        return a;
    }

    public Host b() {
        return b;
    }

    /** A host on the external segment that is no director. */
    public Host outsider() {
        return outsider;
    }

    /** The outsider's way to put frames on the external segment. */
    public RawLink outsiderLink() {
        return outsiderLink;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Disturbances disturbances() {
        return disturbances;
    }

    public Rounds rounds() {
        return new Rounds(disturbances);
    }

    /** The cable of a host's device. */
    public Cable cable(Host host, String device) {
        Cable cable = cables.get(host.port(device));
        if (cable == null) {
            throw new IllegalArgumentException(host + " has no " + device);
        }
        return cable;
    }

    /** A folder of this test run's own, for a file of the test. */
    public Path scratch(String name) {
        try {
            return Files.createTempDirectory(folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a director; it is stopped at the end of the test if it is still running then. */
    public DirectorProcess start(Program program, Host host, String configuration, String... more) {
        DirectorProcess director = DirectorProcess.start(program, host, scratch(host.label()), configuration, more);
        directors.add(director);
        timeline.remark("start of " + director);
        return director;
    }

    /** Waits until everything that has happened so far is on the timeline. */
    public void drain() {
        long since = WallClock.nanos();
        String marker = "169.254." + (since >>> 8 & 0xff) + "." + (1 + (since >>> 20) % 254);
        outsiderLink.send(ArpFrame.probe(marker));
        timeline.await("captured marker", since, Duration.ofSeconds(10), Arp.class, arp -> arp.target()
                .equals(marker));
        for (Host host : List.of(a, b)) {
            host.namespace().ip("addr", "add", marker + "/32", "dev", "lo");
            host.namespace().ip("addr", "del", marker + "/32", "dev", "lo");
            timeline.await(
                    "marker address on " + host.label(),
                    since,
                    Duration.ofSeconds(10),
                    AddressChange.class,
                    change -> change.host().equals(host.label())
                            && change.address().equals(marker)
                            && !change.added());
        }
    }

    /** Whether the host has the address, of either family, on any device, now. */
    public boolean has(Host host, String address) {
        return host.namespace().ip("-o", "addr", "show").contains(" " + address + "/");
    }

    /** Stops what runs and brings cables and addresses back to what they were. */
    public void sweep() {
        directors.forEach(DirectorProcess::close);
        directors.clear();
        for (Host host : List.of(a, b)) {
            for (String device : List.of(EXTERNAL, INTERNAL)) {
                cable(host, device).plug();
                host.namespace().ip("link", "set", device, "up");
                sweepAddresses(host, device);
            }
        }
        timeline.clear();
    }

    /** The end of the timeline and the logs, for the report of a failed test. */
    public String describe() {
        StringBuilder text = new StringBuilder("---- timeline, seconds ----\n").append(timeline.describe(400));
        for (DirectorProcess director : directors) {
            text.append("---- log of ").append(director).append(" ----\n").append(director.log());
        }
        return text.toString();
    }

    @Override
    public void close() {
        directors.forEach(DirectorProcess::close);
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                System.out.println("not removed: " + e);
            }
        }
    }

    private Collection<Long> watched() {
        List<Long> pids = new ArrayList<>(observers);
        directors.stream().filter(DirectorProcess::alive).forEach(director -> pids.addAll(director.pids()));
        return pids;
    }

    private void sweepAddresses(Host host, String device) {
        String own = addresses.getOrDefault(host.port(device), "");
        Set<String> present = host.namespace().addresses(device);
        for (String address : present) {
            if (!address.equals(own)) {
                host.namespace().ipIfPossible("addr", "del", address, "dev", device);
            }
        }
        if (!present.contains(own)) {
            host.namespace().ip("addr", "add", own, "dev", device);
        }
    }

    private void plug(Switch exchange, Host host, String device, String segment, String address) {
        cables.put(host.port(device), exchange.plug(host, device, segment));
        addresses.put(host.port(device), address);
        host.namespace().ip("addr", "add", address, "dev", device);
    }

    private Host host(String label) {
        Namespace namespace = opened(Namespace.create(prefix + label));
        Path journal = Path.of("/run/pollux", "netns-" + namespace.inode());
        resources.push(() -> Command.of("rm", "-rf", journal.toString()).result());
        return new Host(label, namespace);
    }

    private <R extends AutoCloseable> R opened(R resource) {
        resources.push(resource);
        return resource;
    }

    private static Path scratchFolder() {
        try {
            return Files.createTempDirectory("pollux-scenarios");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

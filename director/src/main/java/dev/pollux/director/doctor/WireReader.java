package dev.pollux.director.doctor;

import dev.pollux.director.doctor.WireQuestions.Ear;
import dev.pollux.director.doctor.WireQuestions.Probe;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.linux.event.DescriptorReader;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.Registration;
import dev.pollux.linux.socket.PacketSocket;
import dev.pollux.linux.socket.RawIpSocket;
import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.vrrp.packet.GratuitousArpCodec;
import io.netty.channel.IoEventLoop;
import java.net.StandardProtocolFamily;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the networks and listens to them, on a loop of its own while it lasts. What it sends are ARP probes and neighbour
 * solicitations; it joins the groups of VRRP. It belongs to the thread that calls it.
 */
final class WireReader {

    private static final int VRRP = 112;
    private static final int ICMP_6 = 58;
    private static final int AT_ONCE = 64;
    /** Each is a broadcast that every host of the LAN looks at, three times. */
    private static final int MOST_PROBES = 256;

    private static final List<Integer> PROBED_AT_MILLIS = List.of(0, 300, 800);

    private final NetworkFacts network;
    private final WireNotes notes;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();
    private final IoEventLoop loop = EventLoops.create("doctor");

    private WireReader(NetworkFacts network) {
        this.network = network;
        this.notes = new WireNotes(network);
    }

    /** In the calling thread's network namespace; takes as long as the questions say. */
    static WireFacts read(WireQuestions questions, NetworkFacts network) {
        boolean nothing = questions.probes().isEmpty() && questions.ears().isEmpty();
        return nothing || questions.patience().isZero() ? WireFacts.SILENCE : new WireReader(network).run(questions);
    }

    private WireFacts run(WireQuestions questions) {
        try {
            listen(questions);
            sendProbes(questions.probes());
            await(questions.patience());
        } finally {
            // The registrations before the sockets that they watch.
            open.forEach(WireReader::close);
            var unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
        return notes.facts(failures);
    }

    private void listen(WireQuestions questions) {
        if (questions.probes().stream().anyMatch(probe -> isIpv4(probe))) {
            PacketSocket arp = opened("ARP", () -> PacketSocket.open(GratuitousArpCodec.ETHER_TYPE));
            if (arp != null) {
                watch(arp, arp.descriptor(), () -> arp.receive(AT_ONCE, notes::arp));
            }
        }
        if (questions.probes().stream().anyMatch(probe -> !isIpv4(probe))) {
            raw("neighbour discovery", StandardProtocolFamily.INET6, ICMP_6);
        }
        for (AddressFamily family : AddressFamily.values()) {
            List<Ear> ears = questions.ears().stream()
                    .filter(ear -> ear.family() == family)
                    .toList();
            if (!ears.isEmpty()) {
                boolean ipv4 = family == AddressFamily.IPV4;
                RawIpSocket socket =
                        raw("VRRP", ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6, VRRP);
                ears.forEach(ear -> join(socket, ear));
            }
        }
    }

    private @Nullable RawIpSocket raw(String what, StandardProtocolFamily family, int protocol) {
        RawIpSocket socket = opened(what, () -> RawIpSocket.open(family, protocol));
        if (socket != null) {
            watch(socket, socket.descriptor(), () -> socket.receive(AT_ONCE, notes::packet));
        }
        return socket;
    }

    private void join(@Nullable RawIpSocket socket, Ear ear) {
        if (socket == null) {
            return;
        }
        try {
            socket.join(ear.group(), ear.link().index());
        } catch (SystemCallException e) {
            failures.add("VRRP on " + ear.link().name() + ": " + e.getMessage());
        }
    }

    private <T> @Nullable T opened(String what, Supplier<T> socket) {
        try {
            return socket.get();
        } catch (SystemCallException e) {
            failures.add("the network was not asked, " + what + ": " + e.getMessage());
            return null;
        }
    }

    private void watch(AutoCloseable socket, Descriptor descriptor, Runnable onReadable) {
        open.addFirst(socket);
        Registration registration = DescriptorReader.register(loop, descriptor, onReadable);
        open.addFirst(registration);
    }

    private void sendProbes(Set<Probe> probes) {
        PacketSocket socket =
                probes.isEmpty() ? null : opened("probes", () -> PacketSocket.open(PacketSocket.SEND_ONLY));
        if (socket == null) {
            return;
        }
        open.addLast(socket);
        if (probes.size() > MOST_PROBES) {
            failures.add("the network was asked for the first " + MOST_PROBES + " of " + probes.size() + " addresses");
        }
        List<Probe> asked = probes.stream().limit(MOST_PROBES).toList();
        ProbeSender sender = new ProbeSender(socket, network);
        for (int millis : PROBED_AT_MILLIS) {
            var unused = loop.schedule(() -> asked.forEach(sender::send), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void await(Duration patience) {
        var end = loop.schedule(() -> {}, patience.toMillis(), TimeUnit.MILLISECONDS);
        end.awaitUninterruptibly();
    }

    private static boolean isIpv4(Probe probe) {
        return AddressFamily.of(probe.address()) == AddressFamily.IPV4;
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

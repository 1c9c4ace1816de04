package dev.pollux.vrrp.bfd;

import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.linux.socket.Datagram;
import dev.pollux.vrrp.bfd.packet.BfdCodec;
import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.DecodedPacket;
import dev.pollux.vrrp.bfd.packet.DropReason;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of this machine. Owned by the {@code bfd} loop. */
final class BfdEngine {

    private static final Logger log = LoggerFactory.getLogger(BfdEngine.class);

    private final BfdEnvironment environment;
    private final Runnable onChange;
    private final SecureRandom random = new SecureRandom();
    private final Map<Channel, BfdReceiver> receivers = new LinkedHashMap<>();
    private final Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
    private final Map<Integer, BfdSession> byDiscriminator = new HashMap<>();
    private final Map<InetAddress, BfdSession> byNeighbor = new HashMap<>();
    private Map<String, BfdSession> sessions = new LinkedHashMap<>();

    /** @param onChange is run after changes of state, for whoever shows them */
    BfdEngine(BfdEnvironment environment, Runnable onChange) {
        assert environment.loop().inEventLoop();
        this.environment = environment;
        this.onChange = onChange;
    }

    BfdPlan prepare(List<BfdInstance> next) {
        return BfdPlan.between(
                sessions.values().stream().map(BfdSession::instance).toList(), next);
    }

    /** Sessions that stay keep their state. */
    void commit(BfdPlan plan) {
        assert environment.loop().inEventLoop();
        Map<String, BfdSession> before = sessions;
        sessions = new LinkedHashMap<>();
        List<BfdSession> added = new ArrayList<>();
        for (BfdInstance instance : plan.sessions()) {
            BfdSession running = before.get(instance.name());
            if (running != null && BfdPlan.isSame(running.instance(), instance)) {
                before.remove(instance.name());
                keep(running, instance);
            } else {
                added.add(create(instance));
            }
        }
        before.values().forEach(this::remove);
        added.forEach(session -> {
            sessions.put(session.instance().name(), session);
            byNeighbor.put(session.instance().path().neighbor(), session);
        });
        listen();
        added.forEach(BfdSession::start);
        sessions.values().forEach(this::announce);
        onChange.run();
    }

    BfdStatus status() {
        return new BfdStatus(sessions.values().stream().map(BfdSession::status).toList(), drops);
    }

    private void keep(BfdSession running, BfdInstance instance) {
        sessions.put(instance.name(), running);
        if (!running.instance().equals(instance)) {
            running.reconfigure(instance);
        }
    }

    private BfdSession create(BfdInstance instance) {
        int discriminator = random.nextInt();
        while (discriminator == 0 || byDiscriminator.containsKey(discriminator)) {
            discriminator = random.nextInt();
        }
        BfdSession[] created = new BfdSession[1];
        BfdSession session = new BfdSession(
                instance,
                discriminator,
                environment,
                new BfdSession.Hooks(this::drain, () -> announce(created[0]), onChange));
        created[0] = session;
        byDiscriminator.put(discriminator, session);
        return session;
    }

    private void remove(BfdSession session) {
        session.stop();
        byDiscriminator.remove(session.discriminator());
        byNeighbor.remove(session.instance().path().neighbor(), session);
    }

    private void announce(BfdSession session) {
        try {
            environment.listener().session(session.instance().name(), session.up(), session.reason());
        } catch (RuntimeException e) {
            log.error("A listener of the BFD sessions failed", e);
        }
    }

    private void listen() {
        Set<Channel> wanted = new HashSet<>();
        sessions.values()
                .forEach(session -> wanted.add(Channel.of(session.instance().path())));
        receivers.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        wanted.forEach(channel ->
                receivers.computeIfAbsent(channel, added -> new BfdReceiver(added, environment, this::received)));
    }

    private void drain() {
        List.copyOf(receivers.values()).forEach(BfdReceiver::drain);
    }

    private void received(Channel channel, ByteBuffer payload, Datagram datagram, long receivedAt) {
        DecodedPacket decoded = BfdCodec.decode(payload);
        if (decoded instanceof DecodedPacket.Malformed malformed) {
            drop(malformed.reason());
        } else if (decoded instanceof DecodedPacket.Control control) {
            deliver(channel, control.packet(), datagram, receivedAt);
        }
    }

    /** RFC 5880 6.8.6, RFC 5881 3 and 5: by our discriminator, else by the neighbour; not from farther than allowed. */
    private void deliver(Channel channel, ControlPacket packet, Datagram datagram, long receivedAt) {
        BfdSession session = packet.yourDiscriminator() == 0
                ? byNeighbor.get(datagram.source())
                : byDiscriminator.get(packet.yourDiscriminator());
        if (session == null || !Channel.of(session.instance().path()).equals(channel)) {
            drop(DropReason.UNKNOWN_SESSION);
        } else if (!session.instance().path().neighbor().equals(datagram.source())) {
            drop(DropReason.WRONG_SENDER);
        } else if (!session.instance().path().admits(datagram.ttl())) {
            drop(DropReason.TTL);
        } else {
            session.received(packet, receivedAt);
        }
    }

    private void drop(DropReason reason) {
        drops.merge(reason, 1L, Long::sum);
    }
}

package dev.pollux.director.doctor;

import dev.pollux.director.doctor.WireQuestions.Probe;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.linux.route.AddressScope;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.socket.PacketSocket;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.vrrp.packet.ArpProbeCodec;
import dev.pollux.vrrp.packet.NeighbourProbeCodec;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends probes. Over IPv6 the answer needs an address to come to: one of the interface that is no virtual one. */
record ProbeSender(PacketSocket socket, NetworkFacts network) {

    private static final Logger log = LoggerFactory.getLogger(ProbeSender.class);

    void send(Probe probe) {
        ByteBuffer frame = ByteBuffer.allocate(NeighbourProbeCodec.FRAME_LENGTH);
        byte[] mac = probe.link().hardwareAddress().bytes();
        if (probe.address() instanceof Inet4Address address) {
            ArpProbeCodec.encode(mac, address, frame);
        } else {
            Optional<Inet6Address> source = source(probe.link());
            if (source.isEmpty()) {
                return;
            }
            NeighbourProbeCodec.encode(mac, source.get(), (Inet6Address) probe.address(), frame);
        }
        try {
            boolean unused = socket.send(frame.flip(), probe.link().index());
        } catch (SystemCallException e) {
            log.debug("No probe for {}: {}", probe.address(), e.getMessage());
        }
    }

    /** The link-local address, else one with a subnet. */
    private Optional<Inet6Address> source(Link link) {
        return network.addresses().stream()
                .filter(own -> own.interfaceIndex() == link.index()
                        && own.address() instanceof Inet6Address
                        && own.prefixLength() < Byte.SIZE * 16
                        && NetworkFacts.usable(own))
                .max(Comparator.comparingInt(own -> own.scope() == AddressScope.LINK ? 1 : 0))
                .map(InterfaceAddress::address)
                .map(Inet6Address.class::cast);
    }
}

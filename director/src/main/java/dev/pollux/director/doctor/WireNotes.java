package dev.pollux.director.doctor;

import dev.pollux.director.doctor.WireFacts.Answer;
import dev.pollux.director.doctor.WireFacts.HeardAdvert;
import dev.pollux.director.doctor.WireFacts.Router;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertCodec;
import dev.pollux.vrrp.packet.ArpProbeCodec;
import dev.pollux.vrrp.packet.ArpProbeCodec.Claim;
import dev.pollux.vrrp.packet.DecodedAdvert;
import dev.pollux.vrrp.packet.IpPacket;
import dev.pollux.vrrp.packet.NeighbourProbeCodec;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes who said what. Used by the loop while it reads, and by nobody else until it has ended. */
final class WireNotes {

    private static final int VRRP = 112;

    private final NetworkFacts network;
    private final Set<HardwareAddress> own;
    private final Set<Answer> answers = new LinkedHashSet<>();
    private final Map<Router, HeardAdvert> adverts = new LinkedHashMap<>();

    WireNotes(NetworkFacts network) {
        this.network = network;
        own = network.links().stream().map(Link::hardwareAddress).collect(Collectors.toSet());
    }

    /** A frame with ARP in it. */
    void arp(ByteBuffer frame, int interfaceIndex, long unused) {
        note(ArpProbeCodec.decode(frame), interfaceIndex);
    }

    /** An IP packet with VRRP or ICMPv6 in it. */
    void packet(ByteBuffer bytes, int interfaceIndex, long unused) {
        IpPacket packet = IpPacket.parse(bytes);
        if (packet == null) {
            return;
        }
        if (packet.protocol() != VRRP) {
            note(NeighbourProbeCodec.decode(packet.payload()), interfaceIndex);
        } else if (AdvertCodec.decode(packet.payload(), packet.family()) instanceof DecodedAdvert.Message message) {
            note(packet, message.advert(), interfaceIndex);
        }
    }

    WireFacts facts(List<String> failures) {
        return new WireFacts(List.copyOf(answers), List.copyOf(adverts.values()), failures);
    }

    private void note(@Nullable Claim claim, int interfaceIndex) {
        if (claim != null && !own.contains(claim.sender())) {
            answers.add(new Answer(claim.address(), name(interfaceIndex), claim.sender()));
        }
    }

    /** What is behind an authentication header ({@code auth_type AH}) is not read: another protocol, another socket. */
    private void note(IpPacket packet, Advert advert, int interfaceIndex) {
        if (advert.type() != Advert.TYPE || network.holds(packet.source())) {
            return;
        }
        Router router = new Router(name(interfaceIndex), packet.family(), advert.virtualRouterId(), packet.source());
        HeardAdvert before = adverts.get(router);
        int count = before == null ? 1 : before.count() + 1;
        adverts.put(router, new HeardAdvert(router, advert.priority(), advert.addresses(), count));
    }

    private String name(int interfaceIndex) {
        return network.link(interfaceIndex).map(Link::name).orElse("");
    }
}

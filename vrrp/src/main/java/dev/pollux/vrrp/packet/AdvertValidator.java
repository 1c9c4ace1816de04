package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.UnicastSettings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges received adverts (RFC 3768 7.1, RFC 9568 7.1) in keepalived's order, so that a packet with several faults is
 * charged to the same counter. One reason per drop.
 */
public final class AdvertValidator {

    private static final int TTL = 255;
    private static final int HIGHEST_AUTHENTICATION_TYPE = 2;
    private static final int AUTHENTICATION_PASSWORD = 1;

    private AdvertValidator() {}

    /** Judges one packet that names the virtual router of {@code expected}. Never throws, whatever the bytes. */
    public static AdvertVerdict validate(Ipv4Packet packet, AdvertExpectations expected) {
        if (packet.source().equals(expected.source())) {
            return new AdvertVerdict.Dropped(DropReason.OWN_ADVERT, "received our own advert");
        }
        DecodedAdvert decoded = AdvertCodec.decode(packet.payload(), AddressFamily.IPV4);
        if (decoded instanceof DecodedAdvert.Malformed malformed) {
            return new AdvertVerdict.Dropped(malformed.reason(), malformed.detail());
        }
        Advert advert = ((DecodedAdvert.Message) decoded).advert();
        AdvertVerdict.Dropped fault = envelopeFault(packet, advert, expected);
        fault = fault != null ? fault : authenticationFault(advert, expected);
        fault = fault != null ? fault : contentFault(packet, advert, expected);
        fault = fault != null ? fault : senderFault(packet, expected);
        return fault != null ? fault : new AdvertVerdict.Accepted(advert, remarks(advert, expected));
    }

    private static AdvertVerdict.@Nullable Dropped envelopeFault(
            Ipv4Packet packet, Advert advert, AdvertExpectations expected) {
        if (!expected.unicast().enabled() && packet.timeToLive() != TTL) {
            return drop(DropReason.TTL, "invalid TTL/HL. Received " + packet.timeToLive() + " and expect " + TTL);
        }
        if (advert.version() != expected.version()) {
            return drop(
                    DropReason.VERSION, "invalid version. " + advert.version() + " and expect " + expected.version());
        }
        return null;
    }

    private static AdvertVerdict.@Nullable Dropped authenticationFault(Advert advert, AdvertExpectations expected) {
        if (advert.version() != 2) {
            return null;
        }
        int type = advert.authenticationType();
        if (type > HIGHEST_AUTHENTICATION_TYPE) {
            return drop(DropReason.INVALID_AUTHENTICATION_TYPE, "Invalid auth type: " + type);
        }
        if (type != expected.authenticationType()) {
            return drop(
                    DropReason.AUTHENTICATION_TYPE_MISMATCH,
                    "received a " + type + " auth, expecting " + expected.authenticationType() + "!");
        }
        // Two longs compare in constant time.
        if (type == AUTHENTICATION_PASSWORD && advert.authenticationData() != expected.authenticationData()) {
            return drop(DropReason.AUTHENTICATION_FAILURE, "received an invalid passwd!");
        }
        return null;
    }

    private static AdvertVerdict.@Nullable Dropped contentFault(
            Ipv4Packet packet, Advert advert, AdvertExpectations expected) {
        if (advert.version() == 2 && advert.interval() != expected.interval()) {
            return drop(
                    DropReason.INTERVAL,
                    "advertisement interval mismatch mine=" + expected.interval() + " sec rcv'd=" + advert.interval()
                            + " sec");
        }
        if (advert.type() != Advert.TYPE) {
            return drop(DropReason.TYPE, "Invalid packet type. " + advert.type() + " and expect " + Advert.TYPE);
        }
        if (advert.interval() == 0) {
            return drop(DropReason.INTERVAL, "advertisement interval is zero");
        }
        if (!checksumGood(packet, advert)) {
            return drop(DropReason.CHECKSUM, "Invalid VRRPv" + advert.version() + " checksum");
        }
        if (advert.version() != 2
                && advert.addresses().isEmpty()
                && !expected.addresses().isEmpty()) {
            return drop(DropReason.ADDRESS_LIST, "received an advert without addresses");
        }
        return null;
    }

    /** Version 3 over IPv4 is sent with and without pseudo-header by programs in the field; both are taken. */
    private static boolean checksumGood(Ipv4Packet packet, Advert advert) {
        return AdvertCodec.checksumGood(packet.payload(), 0)
                || (advert.version() != 2 && AdvertCodec.checksumGood(packet.payload(), packet.pseudoHeaderSum()));
    }

    private static AdvertVerdict.@Nullable Dropped senderFault(Ipv4Packet packet, AdvertExpectations expected) {
        UnicastSettings unicast = expected.unicast();
        if (packet.destination().isMulticastAddress() == unicast.enabled()) {
            String expectation = unicast.enabled() ? "multicast advert in unicast mode" : "unicast advert";
            return drop(DropReason.ADDRESS_LIST, "received a " + expectation + ", discarding");
        }
        if (expected.ownerIgnoresAdverts()) {
            return drop(DropReason.OWNER, "received an advert as address owner, discarding");
        }
        return unicast.enabled() ? peerFault(packet, unicast) : null;
    }

    /** Only a range set for some peer makes membership count, as in keepalived. */
    private static AdvertVerdict.@Nullable Dropped peerFault(Ipv4Packet packet, UnicastSettings unicast) {
        if (unicast.peers().stream().noneMatch(peer -> peer.minTtl() > 0 || peer.maxTtl() < TTL)) {
            return null;
        }
        for (UnicastSettings.Peer peer : unicast.peers()) {
            if (peer.address().equals(packet.source())) {
                boolean inRange = packet.timeToLive() >= peer.minTtl() && packet.timeToLive() <= peer.maxTtl();
                return inRange ? null : drop(DropReason.TTL, "invalid TTL/HL " + packet.timeToLive() + " from peer");
            }
        }
        return drop(DropReason.UNKNOWN_PEER, "sender " + packet.source().getHostAddress() + " is not a peer");
    }

    private static List<AdvertVerdict.Remark> remarks(Advert advert, AdvertExpectations expected) {
        List<AdvertVerdict.Remark> remarks = new ArrayList<>(0);
        if (advert.version() != 2 && advert.interval() != expected.interval() && advert.priority() != 0) {
            remarks.add(new AdvertVerdict.Remark(
                    DropReason.INTERVAL,
                    "advertisement interval changed: mine=" + expected.interval() * 10 + " milli-sec, rcv'd="
                            + advert.interval() * 10 + " milli-sec"));
        }
        if (!expected.sameAddresses(advert.addresses())) {
            remarks.add(new AdvertVerdict.Remark(
                    DropReason.ADDRESS_LIST,
                    "the addresses in the advert " + text(advert.addresses()) + " are not ours "
                            + text(List.copyOf(expected.addresses()))));
        }
        return remarks;
    }

    private static List<String> text(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).sorted().toList();
    }

    private static AdvertVerdict.Dropped drop(DropReason reason, String detail) {
        return new AdvertVerdict.Dropped(reason, detail);
    }
}

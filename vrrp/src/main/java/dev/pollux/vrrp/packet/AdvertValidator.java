package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.UnicastSettings;
import java.net.InetAddress;
import java.nio.ByteBuffer;
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
    private static final List<AdvertChecksum> VERSION_2 = List.of(AdvertChecksum.MESSAGE);
    private static final List<AdvertChecksum> IPV6 = List.of(AdvertChecksum.PSEUDO_HEADER);
    private static final List<AdvertChecksum> VERSION_3 = List.of(AdvertChecksum.PSEUDO_HEADER, AdvertChecksum.MESSAGE);
    private static final List<AdvertChecksum> VERSION_3_UNICAST =
            List.of(AdvertChecksum.PSEUDO_HEADER, AdvertChecksum.MESSAGE, AdvertChecksum.GROUP_PSEUDO_HEADER);

    private AdvertValidator() {}

    /**
     * Judges one packet that names the virtual router of {@code expected}. Never throws, whatever the bytes.
     *
     * @param lastSender of the last advert accepted; null: there was none
     */
    public static AdvertVerdict validate(
            IpPacket packet, AdvertExpectations expected, @Nullable InetAddress lastSender) {
        if (packet.source().equals(expected.source())) {
            return new AdvertVerdict.Dropped(DropReason.OWN_ADVERT, "received our own advert");
        }
        AdvertSeal.Opened opened = expected.seal().open(packet);
        if (opened.fault() != null) {
            return opened.fault();
        }
        DecodedAdvert decoded = AdvertCodec.decode(opened.message(), expected.family());
        if (decoded instanceof DecodedAdvert.Malformed malformed) {
            return new AdvertVerdict.Dropped(malformed.reason(), malformed.detail());
        }
        Advert advert = ((DecodedAdvert.Message) decoded).advert();
        AdvertChecksum checksum = checksum(packet, opened.message(), expected);
        AdvertVerdict.Dropped fault = envelopeFault(packet, advert, expected);
        fault = fault != null ? fault : expected.seal().check(packet, advert);
        fault = fault != null ? fault : authenticationFault(advert, expected.own());
        fault = fault != null ? fault : contentFault(advert, expected, checksum);
        fault = fault != null ? fault : senderFault(packet, expected);
        boolean skip = expected.has(Flag.SKIP_ADDRESS_CHECK) && packet.source().equals(lastSender);
        boolean otherAddresses = !skip && !expected.sameAddresses(advert.addresses());
        if (fault == null && otherAddresses && expected.has(Flag.STRICT)) {
            fault = drop(DropReason.ADDRESS_LIST, otherAddresses(advert, expected));
        }
        if (fault != null || checksum == null) {
            return fault != null ? fault : drop(DropReason.CHECKSUM, "Invalid checksum");
        }
        return new AdvertVerdict.Accepted(advert, remarks(advert, expected, otherAddresses), checksum);
    }

    private static AdvertVerdict.@Nullable Dropped envelopeFault(
            IpPacket packet, Advert advert, AdvertExpectations expected) {
        if (!expected.unicast().enabled() && packet.timeToLive() != TTL) {
            return drop(DropReason.TTL, "invalid TTL/HL. Received " + packet.timeToLive() + " and expect " + TTL);
        }
        if (advert.version() != expected.own().version()) {
            return drop(
                    DropReason.VERSION,
                    "invalid version. " + advert.version() + " and expect "
                            + expected.own().version());
        }
        return null;
    }

    private static AdvertVerdict.@Nullable Dropped authenticationFault(Advert advert, Advert expected) {
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
            Advert advert, AdvertExpectations expected, @Nullable AdvertChecksum checksum) {
        Advert own = expected.own();
        if (advert.version() == 2 && advert.interval() != own.interval()) {
            return drop(
                    DropReason.INTERVAL,
                    "advertisement interval mismatch mine=" + own.interval() + " sec rcv'd=" + advert.interval()
                            + " sec");
        }
        if (advert.type() != Advert.TYPE) {
            return drop(DropReason.TYPE, "Invalid packet type. " + advert.type() + " and expect " + Advert.TYPE);
        }
        if (advert.interval() == 0) {
            return drop(DropReason.INTERVAL, "advertisement interval is zero");
        }
        if (checksum == null) {
            return drop(DropReason.CHECKSUM, "Invalid VRRPv" + advert.version() + " checksum");
        }
        if (advert.version() != 2
                && advert.addresses().isEmpty()
                && !own.addresses().isEmpty()) {
            return drop(DropReason.ADDRESS_LIST, "received an advert without addresses");
        }
        return null;
    }

    /** What the checksum covers, of what programs in the field let it cover; null: none of these. */
    private static @Nullable AdvertChecksum checksum(IpPacket packet, ByteBuffer message, AdvertExpectations expected) {
        for (AdvertChecksum checksum : checksums(expected)) {
            if (checksum.matches(message, packet)) {
                return checksum;
            }
        }
        return null;
    }

    private static List<AdvertChecksum> checksums(AdvertExpectations expected) {
        if (expected.family() == AddressFamily.IPV6) {
            return IPV6;
        }
        if (expected.own().version() == 2) {
            return VERSION_2;
        }
        boolean old = expected.unicast().enabled() && !expected.unicast().has(UnicastSettings.Flag.NEVER_OLD_CHECKSUM);
        return old ? VERSION_3_UNICAST : VERSION_3;
    }

    private static AdvertVerdict.@Nullable Dropped senderFault(IpPacket packet, AdvertExpectations expected) {
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

    /** Membership counts where it is asked for, and where a range is set for some peer, as in keepalived. */
    private static AdvertVerdict.@Nullable Dropped peerFault(IpPacket packet, UnicastSettings unicast) {
        boolean limited = unicast.peers().stream().anyMatch(UnicastSettings.Peer::limited);
        if (!limited && !unicast.has(UnicastSettings.Flag.CHECK_SOURCE)) {
            return null;
        }
        for (UnicastSettings.Peer peer : unicast.peers()) {
            if (peer.address().equals(packet.source())) {
                boolean inRange = packet.timeToLive() >= peer.minTtl() && packet.timeToLive() <= peer.maxTtl();
                return inRange ? null : drop(DropReason.TTL, "invalid TTL/HL " + packet.timeToLive() + " from peer");
            }
        }
        return drop(DropReason.UNKNOWN_PEER, "sender " + AddressText.of(packet.source()) + " is not a peer");
    }

    private static List<AdvertVerdict.Remark> remarks(
            Advert advert, AdvertExpectations expected, boolean otherAddresses) {
        List<AdvertVerdict.Remark> remarks = new ArrayList<>(0);
        int interval = expected.own().interval();
        if (advert.version() != 2 && advert.interval() != interval && advert.priority() != 0) {
            remarks.add(new AdvertVerdict.Remark(
                    DropReason.INTERVAL,
                    "advertisement interval changed: mine=" + interval * 10 + " milli-sec, rcv'd="
                            + advert.interval() * 10 + " milli-sec"));
        }
        if (otherAddresses) {
            remarks.add(new AdvertVerdict.Remark(DropReason.ADDRESS_LIST, otherAddresses(advert, expected)));
        }
        AdvertVerdict.Remark ofSeal = expected.seal().remark();
        if (ofSeal != null) {
            remarks.add(ofSeal);
        }
        return remarks;
    }

    private static String otherAddresses(Advert advert, AdvertExpectations expected) {
        return "the addresses in the advert " + text(advert.addresses()) + " are not ours "
                + text(expected.own().addresses());
    }

    private static List<String> text(List<InetAddress> addresses) {
        return addresses.stream().map(AddressText::of).sorted().toList();
    }

    private static AdvertVerdict.Dropped drop(DropReason reason, String detail) {
        return new AdvertVerdict.Dropped(reason, detail);
    }
}

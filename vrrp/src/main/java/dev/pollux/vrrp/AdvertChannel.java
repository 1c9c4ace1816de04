package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.packet.IpHeader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where adverts are received: routers that have this in common share a socket.
 *
 * @param protocol of IP: VRRP itself or the authentication header around it
 * @param group joined on the interface; null: what is sent to this machine alone
 */
record AdvertChannel(
        Segment segment, int protocol, @Nullable InetAddress group) {

    /** Where adverts go over IPv4 (RFC 3768 5.2.2). */
    static final InetAddress GROUP = group(224, 0, 0, 18);

    /** Where adverts go over IPv6 (RFC 9568 5.1.2.2). */
    static final InetAddress GROUP6 = group(0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x12);

    /**
     * What VRIDs are told apart on.
     *
     * @param interfaceName empty: any, which only unicast can have
     */
    record Segment(String interfaceName, AddressFamily family) {}

    static AdvertChannel of(VrrpInstance instance) {
        boolean header = instance.authentication() instanceof Authentication.AuthenticationHeader;
        return new AdvertChannel(
                new Segment(instance.advertInterface(), instance.key().family()),
                header ? IpHeader.PROTOCOL_AUTHENTICATION : IpHeader.PROTOCOL_VRRP,
                instance.unicast().enabled() ? null : groupOf(instance));
    }

    /** The group that the instance speaks to while it has no unicast peers. */
    static InetAddress groupOf(VrrpInstance instance) {
        InetAddress configured = instance.advert().group();
        if (configured != null) {
            return configured;
        }
        return instance.key().family() == AddressFamily.IPV4 ? GROUP : GROUP6;
    }

    String interfaceName() {
        return segment.interfaceName();
    }

    AddressFamily family() {
        return segment.family();
    }

    /** Whether the channel needs no interface of its own. */
    boolean anyInterface() {
        return segment.interfaceName().isEmpty();
    }

    private static InetAddress group(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

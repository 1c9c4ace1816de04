package dev.pollux.vrrp;

import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.packet.AdvertSeal;
import dev.pollux.vrrp.packet.ExtensionSeal;
import dev.pollux.vrrp.packet.HeaderSeal;
import dev.pollux.vrrp.packet.IpHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** Makes the seal that an instance's {@code authentication} or {@code auth_hmac} asks for. */
final class Seals {

    /** Room for an advert and everything that a seal adds to it. */
    private static final int REHEARSAL_SIZE = 512;

    private Seals() {}

    /** @param wallClock nanoseconds since 1970 */
    static AdvertSeal of(VrrpInstance instance, NanoClock wallClock) {
        if (instance.authentication() instanceof Authentication.AuthenticationHeader header) {
            return new HeaderSeal(header.secret().value().getBytes(StandardCharsets.UTF_8));
        }
        if (instance.authentication() instanceof Authentication.Extension extension) {
            return new ExtensionSeal(
                    extension,
                    instance.unicast().peers().stream()
                            .map(UnicastSettings.Peer::address)
                            .collect(Collectors.toSet()),
                    wallClock);
        }
        return AdvertSeal.NONE;
    }

    /**
     * Seals a packet for nobody as each of the instances would, so that the Java platform has loaded its cryptography (some 100
     * ms when that happens for the first time) before the loop needs it. For any other thread than the loop's.
     */
    static void rehearse(Collection<VrrpInstance> instances) {
        NanoClock clock = NanoClock.wall();
        for (VrrpInstance instance : instances) {
            of(instance, clock).seal(ByteBuffer.allocate(REHEARSAL_SIZE), IpHeader.IPV4.length(), REHEARSAL_SIZE / 2);
        }
    }

    /** Whether the seal of one will do for the other, and so the order of adverts is kept over a reload. */
    static boolean same(VrrpInstance a, VrrpInstance b) {
        boolean samePeers = a.unicast().peers().equals(b.unicast().peers());
        return a.authentication().equals(b.authentication())
                && (samePeers || !(a.authentication() instanceof Authentication.Extension));
    }
}

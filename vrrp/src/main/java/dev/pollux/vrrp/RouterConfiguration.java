package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.machine.RouterParameters;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertChecksum;
import dev.pollux.vrrp.packet.AdvertExpectations;
import dev.pollux.vrrp.packet.AdvertForm;
import dev.pollux.vrrp.packet.AdvertSeal;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An instance as configured, and what the state machine and the codecs want to know of it.
 *
 * @param syncGroup name of the group it belongs to; empty: none
 */
record RouterConfiguration(VrrpInstance instance, String syncGroup) {

    private static final int MULTICAST_TTL = 255;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_CENTISECOND = 10_000_000L;

    boolean grouped() {
        return !syncGroup.isEmpty();
    }

    RouterParameters parameters(int effectivePriority, InetAddress source) {
        return new RouterParameters(
                instance.version(),
                effectivePriority,
                instance.advert().interval().toNanos(),
                instance.advert().downTimerAdverts(),
                instance.preempt().enabled(),
                instance.preempt().delay().toNanos(),
                instance.advert().has(Flag.LOWER_PRIORITY_NO_ADVERT),
                instance.advert().has(Flag.HIGHER_PRIORITY_SEND_ADVERT),
                grouped(),
                instance.preempt().expiredBackup(),
                source);
    }

    AdvertChannel channel() {
        return AdvertChannel.of(instance);
    }

    AddressFamily family() {
        return instance.key().family();
    }

    /** Whether an advert between these two is meant for this one of several routers with the same VRID. */
    boolean expects(InetAddress source, InetAddress destination) {
        return instance.unicast().enabled()
                ? !destination.isMulticastAddress()
                        && instance.unicast().peers().stream()
                                .anyMatch(peer -> peer.address().equals(source))
                : AdvertChannel.groupOf(instance).equals(destination);
    }

    AdvertExpectations expectations(InetAddress source, AdvertSeal seal) {
        return new AdvertExpectations(
                advert(), source, instance.unicast(), instance.advert().flags(), seal);
    }

    /** How adverts look that are sent from this source. */
    AdvertForm form(InetAddress source, AdvertSeal seal, boolean oldChecksum) {
        int timeToLive = instance.unicast().enabled() ? instance.unicast().ttl() : MULTICAST_TTL;
        return new AdvertForm(advert(), source, timeToLive, checksum(oldChecksum), seal);
    }

    /** Where adverts go, each address in network order. */
    List<byte[]> destinations() {
        return instance.unicast().enabled()
                ? instance.unicast().peers().stream()
                        .map(peer -> peer.address().getAddress())
                        .toList()
                : List.of(AdvertChannel.groupOf(instance).getAddress());
    }

    Advert advert() {
        return new Advert(
                instance.version(),
                Advert.TYPE,
                instance.key().virtualRouterId(),
                instance.priority(),
                authenticationType(),
                interval(),
                advertised(),
                authenticationData());
    }

    /** Version 3 over IPv4 has its pseudo-header under the checksum, as keepalived sends it, unless told otherwise. */
    private AdvertChecksum checksum(boolean oldChecksum) {
        if (family() == AddressFamily.IPV6) {
            return AdvertChecksum.PSEUDO_HEADER;
        }
        if (instance.version() == 2 || instance.advert().has(Flag.CHECKSUM_AS_VERSION_2)) {
            return AdvertChecksum.MESSAGE;
        }
        boolean old = oldChecksum || instance.unicast().has(UnicastSettings.Flag.OLD_CHECKSUM);
        return instance.unicast().enabled() && old ? AdvertChecksum.GROUP_PSEUDO_HEADER : AdvertChecksum.PSEUDO_HEADER;
    }

    /** Whether the master holds routes or rules, whose removal is told by notifications of their own. */
    boolean hasRouting() {
        return !instance.addresses().routes().isEmpty()
                || !instance.addresses().rules().isEmpty();
    }

    /** All addresses that the master holds, advertised ones first. */
    List<VirtualAddress> addresses() {
        return instance.addresses().held().toList();
    }

    private List<InetAddress> advertised() {
        return instance.addresses().advertised().stream()
                .filter(address -> address.family() == family())
                .map(VirtualAddress::address)
                .collect(Collectors.toList());
    }

    private int interval() {
        long unit = instance.version() == 2 ? NANOS_PER_SECOND : NANOS_PER_CENTISECOND;
        return (int) (instance.advert().interval().toNanos() / unit);
    }

    private int authenticationType() {
        if (instance.version() != 2) {
            return 0;
        }
        if (instance.authentication() instanceof Authentication.AuthenticationHeader) {
            return 2;
        }
        return instance.authentication() instanceof Authentication.Password ? 1 : 0;
    }

    /** Eight bytes of the password, zero padded (RFC 2338 5.3.10). */
    private long authenticationData() {
        if (instance.authentication() instanceof Authentication.Password password) {
            byte[] text = password.secret().value().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(Arrays.copyOf(text, Long.BYTES)).getLong();
        }
        return 0;
    }
}

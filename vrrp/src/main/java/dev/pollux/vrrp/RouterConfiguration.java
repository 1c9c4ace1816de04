package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.machine.RouterParameters;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertExpectations;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An instance as configured, and what the state machine and the codecs want to know of it.
 *
 * @param syncGroup name of the group it belongs to; empty: none
 */
record RouterConfiguration(VrrpInstance instance, String syncGroup) {

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
                source);
    }

    AdvertExpectations expectations(InetAddress source) {
        return new AdvertExpectations(
                instance.version(),
                authenticationType(),
                authenticationData(),
                interval(),
                Set.copyOf(advertised()),
                instance.unicast(),
                source,
                instance.owner() && instance.advert().strict());
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
    boolean pseudoHeader() {
        return instance.version() != 2 && !instance.advert().has(Flag.CHECKSUM_AS_VERSION_2);
    }

    /** Whether the master holds routes or rules, whose removal is told by notifications of their own. */
    boolean hasRouting() {
        return !instance.addresses().routes().isEmpty()
                || !instance.addresses().rules().isEmpty();
    }

    /** All addresses that the master holds, advertised ones first. */
    List<VirtualAddress> addresses() {
        return Stream.concat(instance.addresses().advertised().stream(), instance.addresses().excluded().stream())
                .toList();
    }

    private List<InetAddress> advertised() {
        return instance.addresses().advertised().stream()
                .filter(address -> address.family() == AddressFamily.IPV4)
                .map(VirtualAddress::address)
                .collect(Collectors.toList());
    }

    private int interval() {
        long unit = instance.version() == 2 ? NANOS_PER_SECOND : NANOS_PER_CENTISECOND;
        return (int) (instance.advert().interval().toNanos() / unit);
    }

    private int authenticationType() {
        return instance.version() == 2 && instance.authentication() instanceof Authentication.Password ? 1 : 0;
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

package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.ServiceSettings.Persistence;
import dev.pollux.grammar.model.TransportProtocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service of the kernel's table, with the numbers of the kernel's interface.
 *
 * @param flags {@code IP_VS_SVC_F_*} without HASHED, which the kernel sets by itself
 * @param timeoutSeconds of persistence, unsigned 32 bits; 0 without
 * @param netmask of persistence: for IPv4 the mask as a number (255.255.255.0 is 0xffffff00), for IPv6 the prefix length
 * @param engine persistence engine, for example {@code sip}; null: by address
 */
public record Service(
        ServiceKey key,
        String scheduler,
        int flags,
        long timeoutSeconds,
        int netmask,
        @Nullable String engine) {

    public static final int PERSISTENT = 0x1;
    public static final int HASHED = 0x2;
    public static final int ONE_PACKET = 0x4;
    public static final int SCHEDULER_1 = 0x8;
    public static final int SCHEDULER_2 = 0x10;
    public static final int SCHEDULER_3 = 0x20;

    /** Netmask and timeout mean nothing without persistence: they are made the default, so that equal entries compare equal. */
    public Service {
        flags &= ~HASHED;
        if ((flags & PERSISTENT) == 0) {
            timeoutSeconds = 0;
            netmask = singleHost(key.family());
        }
    }

    public static Service of(ServiceKey key, ServiceSettings settings) {
        int flags = 0;
        for (ServiceSettings.Flag flag : settings.flags()) {
            flags |= switch (flag) {
                case ONE_PACKET -> ONE_PACKET;
                case SCHEDULER_1 -> SCHEDULER_1;
                case SCHEDULER_2 -> SCHEDULER_2;
                case SCHEDULER_3 -> SCHEDULER_3;
            };
        }
        Persistence persistence = settings.persistence();
        if (persistence == null) {
            return new Service(key, settings.scheduler(), flags, 0, singleHost(key.family()), null);
        }
        return new Service(
                key,
                settings.scheduler(),
                flags | PERSISTENT,
                persistence.timeout().toSeconds(),
                netmask(key.family(), persistence.prefixLength()),
                persistence.engine());
    }

    public boolean persistent() {
        return (flags & PERSISTENT) != 0;
    }

    /** The protocol of a service; null for a firewall mark, which takes all. */
    public static @Nullable TransportProtocol protocol(ServiceKey key) {
        return key instanceof ServiceKey.ByAddress byAddress ? byAddress.protocol() : null;
    }

    /** The netmask of persistence as people write it: {@code 255.255.255.0} or {@code 64}. */
    public String netmaskText() {
        return key.family() == AddressFamily.IPV6
                ? Integer.toString(netmask)
                : (netmask >>> 24) + "." + ((netmask >>> 16) & 0xff) + "." + ((netmask >>> 8) & 0xff) + "."
                        + (netmask & 0xff);
    }

    /** The scheduler's flags as ipvsadm names them, with commas between; empty without. */
    public String schedulerFlagsText() {
        boolean hashing = "sh".equals(scheduler) || "mh".equals(scheduler);
        List<String> names = new ArrayList<>();
        if ((flags & SCHEDULER_1) != 0) {
            names.add(hashing ? scheduler + "-fallback" : "flag-1");
        }
        if ((flags & SCHEDULER_2) != 0) {
            names.add(hashing ? scheduler + "-port" : "flag-2");
        }
        if ((flags & SCHEDULER_3) != 0 && !hashing) {
            names.add("flag-3");
        }
        return String.join(",", names);
    }

    /** The netmask that takes each client by itself. */
    public static int singleHost(AddressFamily family) {
        return netmask(family, family.bits());
    }

    private static int netmask(AddressFamily family, int prefixLength) {
        if (family == AddressFamily.IPV6) {
            return prefixLength;
        }
        return prefixLength == 0 ? 0 : -1 << (family.bits() - prefixLength);
    }
}

package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an instance sends and judges adverts.
 *
 * @param interval {@code advert_int}: whole seconds in version 2, a multiple of 10 ms in version 3
 * @param downTimerAdverts {@code down_timer_adverts}: missed adverts before a backup takes over, 1 to 100
 * @param source {@code mcast_src_ip} or {@code unicast_src_ip}; null: the interface's own address
 * @param group {@code mcast_dst_ip}: where adverts go unless there are unicast peers; null: the family's own group
 */
public record AdvertSettings(
        Duration interval,
        int downTimerAdverts,
        @Nullable InetAddress source,
        @Nullable InetAddress group,
        Set<Flag> flags) {

    /** What is on or off. */
    public enum Flag {
        /** {@code skip_check_adv_addr}: compare the address list only when the sender changed. */
        SKIP_ADDRESS_CHECK,
        /** {@code lower_prio_no_advert}: a master does not answer a lower-priority advert with its own. */
        LOWER_PRIORITY_NO_ADVERT,
        /** {@code higher_prio_send_advert}: a master sends one more advert before it yields. */
        HIGHER_PRIORITY_SEND_ADVERT,
        /** {@code strict_mode} or {@code vrrp_strict}: keep to the RFC where keepalived is lenient by default. */
        STRICT,
        /** {@code v3_checksum_as_v2}: version 3 over IPv4 without the pseudo-header (RFC 9568 5.2.8). */
        CHECKSUM_AS_VERSION_2,
        /** {@code track_src_ip}: FAULT while the machine does not have {@code source}. */
        TRACK_SOURCE,
        /** {@code owner_ignore_adverts}: the owner of the addresses hears no adverts (RFC 3768 7.1). */
        OWNER_IGNORES_ADVERTS
    }

    public AdvertSettings {
        flags = Set.copyOf(flags);
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    public boolean strict() {
        return has(Flag.STRICT);
    }
}

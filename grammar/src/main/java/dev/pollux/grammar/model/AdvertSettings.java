package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an instance sends and judges adverts.
 *
 * @param interval {@code advert_int}: whole seconds in version 2, a multiple of 10 ms in version 3
 * @param downTimerAdverts {@code down_timer_adverts}: missed adverts before a backup takes over, 1 to 100
 * @param source {@code mcast_src_ip} or {@code unicast_src_ip}; null: the interface's own address
 * @param skipAddressCheck {@code skip_check_adv_addr}: compare the address list only when the sender changed
 * @param lowerPriorityNoAdvert {@code lower_prio_no_advert}: a master does not answer a lower-priority advert with its own
 * @param higherPrioritySendAdvert {@code higher_prio_send_advert}: a master sends one more advert before it yields
 * @param strict {@code strict_mode} or {@code vrrp_strict}: keep to the RFC where keepalived is lenient by default
 * @param checksumAsVersion2 {@code v3_checksum_as_v2}: version 3 over IPv4 without the pseudo-header (RFC 9568 5.2.8)
 */
public record AdvertSettings(
        Duration interval,
        int downTimerAdverts,
        @Nullable InetAddress source,
        boolean skipAddressCheck,
        boolean lowerPriorityNoAdvert,
        boolean higherPrioritySendAdvert,
        boolean strict,
        boolean checksumAsVersion2) {}

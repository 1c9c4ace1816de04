package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * The part of {@code global_defs} that belongs to no single instance or server.
 *
 * @param routerId {@code router_id}; null: the host name
 * @param ipvs about the kernel's IPVS
 * @param firewall where rules of the packet filter go
 * @param scheduling how the threads run
 * @param notification how the outside is told of what happens
 * @param vrrp about all VRRP instances together
 * @param dumps about the files that signals ask for
 */
public record GlobalSettings(
        @Nullable String routerId,
        IpvsSettings ipvs,
        NotificationSettings notification,
        FirewallSettings firewall,
        SchedulingSettings scheduling,
        VrrpSettings vrrp,
        DumpSettings dumps) {

    /** With the defaults of everything else. */
    public GlobalSettings(@Nullable String routerId, IpvsSettings ipvs, NotificationSettings notification) {
        this(
                routerId,
                ipvs,
                notification,
                FirewallSettings.defaults(),
                SchedulingSettings.defaults(),
                VrrpSettings.defaults(),
                DumpSettings.defaults());
    }

    public static GlobalSettings defaults() {
        return new GlobalSettings(null, IpvsSettings.defaults(), NotificationSettings.none());
    }
}

package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.Forwarding;

/**
 * A forwarding method with the numbers of the kernel's interface, so that what others have written is also readable.
 *
 * @param method attribute {@code IPVS_DEST_ATTR_FWD_METHOD}: 0 masquerading, 1 local, 2 tunnel, 3 direct routing, 4 bypass
 * @param tunnelType attribute {@code IPVS_DEST_ATTR_TUN_TYPE}: 0 ipip, 1 gue, 2 gre; meaningful for tunnels only
 * @param tunnelPort UDP port of gue
 * @param tunnelFlags bit 0: checksum, bit 1: remote checksum
 */
public record ForwardingMethod(int method, int tunnelType, int tunnelPort, int tunnelFlags) {

    public static final int MASQUERADING = 0;
    public static final int TUNNEL = 2;
    public static final int DIRECT_ROUTING = 3;

    public static final int TYPE_IPIP = 0;
    public static final int TYPE_GUE = 1;
    public static final int TYPE_GRE = 2;

    public static final int FLAG_CHECKSUM = 1;
    public static final int FLAG_REMOTE_CHECKSUM = 2;

    /** Tunnel attributes of other methods mean nothing: they are dropped, so that equal entries compare equal. */
    public ForwardingMethod {
        if (method != TUNNEL) {
            tunnelType = 0;
            tunnelPort = 0;
            tunnelFlags = 0;
        }
    }

    public static ForwardingMethod of(Forwarding forwarding) {
        if (forwarding instanceof Forwarding.Tunnel tunnel) {
            return new ForwardingMethod(
                    TUNNEL,
                    switch (tunnel.encapsulation()) {
                        case IPIP -> TYPE_IPIP;
                        case GUE -> TYPE_GUE;
                        case GRE -> TYPE_GRE;
                    },
                    tunnel.port(),
                    switch (tunnel.checksum()) {
                        case NONE -> 0;
                        case CHECKSUM -> FLAG_CHECKSUM;
                        case REMOTE_CHECKSUM -> FLAG_REMOTE_CHECKSUM;
                    });
        }
        return new ForwardingMethod(forwarding instanceof Forwarding.Nat ? MASQUERADING : DIRECT_ROUTING, 0, 0, 0);
    }

    public boolean tunnel() {
        return method == TUNNEL;
    }
}

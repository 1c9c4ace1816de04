package dev.pollux.linux.netlink;

import java.util.List;

/**
 * What to be notified of.
 *
 * @param protocol the netlink family, such as {@link NetlinkConnection#ROUTE}
 * @param groups its multicast groups by number (not by bit), such as {@code RTNLGRP_LINK}
 * @param receiveBuffer bytes of notifications that may wait; each takes 800 or more, and what comes on top is lost
 */
public record NetlinkSubscription(int protocol, List<Integer> groups, int receiveBuffer) {

    public NetlinkSubscription {
        groups = List.copyOf(groups);
    }
}

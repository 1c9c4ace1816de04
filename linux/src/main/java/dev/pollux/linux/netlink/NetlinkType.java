package dev.pollux.linux.netlink;

/** Control messages every netlink family has (netlink(7)); a family's own types begin at 16. */
final class NetlinkType {

    /** {@code NLMSG_ERROR}: an acknowledgement, good or bad. */
    static final int ERROR = 2;

    /** {@code NLMSG_DONE}: the end of a dump. */
    static final int DONE = 3;

    /** {@code NLMSG_MIN_TYPE}: below are control messages. */
    static final int FIRST_OF_FAMILY = 16;

    private NetlinkType() {}
}

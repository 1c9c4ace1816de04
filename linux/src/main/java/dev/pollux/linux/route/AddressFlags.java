package dev.pollux.linux.route;

/** Flags of an address ({@code IFA_F_} in linux/if_addr.h). */
public final class AddressFlags {

    /** Another address of the same subnet is the primary one; IPv4 only (for IPv6 the bit means "temporary"). */
    public static final int SECONDARY = 0x01;

    /** No duplicate address detection: at once usable. */
    public static final int NO_DAD = 0x02;

    /** Duplicate address detection found another owner. */
    public static final int DAD_FAILED = 0x08;

    /** The home address of a mobile node (RFC 6275); IPv6 only. */
    public static final int HOME_ADDRESS = 0x10;

    /** Not to be chosen as a source address. */
    public static final int DEPRECATED = 0x20;

    /** Duplicate address detection is not finished. */
    public static final int TENTATIVE = 0x40;

    /** Without an end to its lifetime. */
    public static final int PERMANENT = 0x80;

    /** Temporary addresses are derived from it; IPv6 only. */
    public static final int MANAGE_TEMPORARY = 0x100;

    /** No route to the subnet comes with the address. */
    public static final int NO_PREFIX_ROUTE = 0x200;

    /** A multicast address, whose group the kernel joins. */
    public static final int AUTO_JOIN = 0x400;

    private AddressFlags() {}
}

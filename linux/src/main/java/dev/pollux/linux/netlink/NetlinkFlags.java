package dev.pollux.linux.netlink;

/** Message flags (netlink(7), linux/netlink.h). */
public final class NetlinkFlags {

    /** {@code NLM_F_REQUEST}: for the kernel. */
    public static final int REQUEST = 0x01;

    /** {@code NLM_F_ACK}: answer with an acknowledgement even when all went well. */
    public static final int ACK = 0x04;

    /** {@code NLM_F_DUMP}: all entries. */
    public static final int DUMP = 0x300;

    /** {@code NLM_F_REPLACE}: change what exists. */
    public static final int REPLACE = 0x100;

    /** {@code NLM_F_EXCL}: fail with EEXIST where it exists. */
    public static final int EXCLUSIVE = 0x200;

    /** {@code NLM_F_CREATE}: make it where it does not exist. */
    public static final int CREATE = 0x400;

    /** {@code NLM_F_APPEND}: add at the end of the list. */
    public static final int APPEND = 0x800;

    /** {@code NLM_F_DUMP_INTR}: the table changed during the dump, which is therefore not consistent. */
    static final int DUMP_INTERRUPTED = 0x10;

    /** {@code NLM_F_CAPPED}: an acknowledgement without the request's body. */
    static final int CAPPED = 0x100;

    /** {@code NLM_F_ACK_TLVS}: an acknowledgement with extended-ack attributes. */
    static final int ACK_ATTRIBUTES = 0x200;

    private NetlinkFlags() {}
}

package dev.pollux.linux.netlink;

/**
 * Acknowledgements: {@code struct nlmsgerr} and the extended-ack attributes behind it (linux/netlink.h).
 *
 * <pre>
 *  +---------------------------------------------------------------+
 *  |            error, negative errno; 0 for success               |
 *  +---------------------------------------------------------------+
 *  |            header of the request (16 bytes)                   |
 *  +---------------------------------------------------------------+
 *  |            body of the request, unless NLM_F_CAPPED           |
 *  +---------------------------------------------------------------+
 *  |            attributes, if NLM_F_ACK_TLVS                      |
 *  +---------------------------------------------------------------+
 * </pre>
 */
final class NetlinkAckCodec {

    private static final int ATTR_MSG = 1;

    private NetlinkAckCodec() {}

    /** Decodes the message the reader is at, whose type is {@code NLMSG_ERROR}, or {@code NLMSG_DONE} of a dump. */
    static NetlinkAck decode(NetlinkReader message) {
        boolean done = message.type() == NetlinkType.DONE;
        int errno = -message.int32();
        if (!done) {
            int requestLength = message.int32();
            message.skip(NetlinkReader.HEADER_SIZE - Integer.BYTES);
            if ((message.flags() & NetlinkFlags.CAPPED) == 0) {
                message.skipAligned(requestLength - NetlinkReader.HEADER_SIZE);
            }
        }
        String text = (message.flags() & NetlinkFlags.ACK_ATTRIBUTES) == 0 ? "" : text(message.attributes());
        return errno == 0 && text.isEmpty() ? NetlinkAck.OK : new NetlinkAck(errno, text);
    }

    private static String text(NetlinkAttributes attributes) {
        String text = "";
        while (attributes.next()) {
            if (attributes.type() == ATTR_MSG) {
                text = attributes.string();
            }
        }
        return text;
    }
}

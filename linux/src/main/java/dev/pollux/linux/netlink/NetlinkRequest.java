package dev.pollux.linux.netlink;

import java.util.function.Consumer;

/**
 * One message for the kernel, without its sequence number.
 *
 * @param type the message type: {@code RTM_NEWADDR}, a generic family's id, ...
 * @param flags a sum of {@link NetlinkFlags}
 * @param body writes the family's fixed header and the attributes; may run more than once and must write the same
 */
public record NetlinkRequest(int type, int flags, Consumer<NetlinkWriter> body) {

    /** The same request with more flags. */
    public NetlinkRequest with(int moreFlags) {
        return new NetlinkRequest(type, flags | moreFlags, body);
    }
}

package dev.pollux.linux.netlink;

import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;

/** The kernel refused a netlink request. The message holds its extended-ack text where it gave one. */
public final class NetlinkException extends SystemCallException {

    private static final long serialVersionUID = 1L;

    /** @param what what was asked for, to begin the message with */
    public NetlinkException(String what, NetlinkAck ack) {
        super(what, ack.errno(), what + ": " + ack);
    }

    /** An answer that could not be understood (EBADMSG). */
    static NetlinkException malformed(String what, String detail) {
        return new NetlinkException(what, new NetlinkAck(Errno.EBADMSG.number(), detail));
    }
}

package dev.pollux.linux.netlink;

import dev.pollux.linux.syscall.Errno;

/**
 * The kernel's answer to one request ({@code NLMSG_ERROR}).
 *
 * @param errno 0 when the request was carried out, else the positive error number
 * @param text the kernel's own words from the extended acknowledgement, empty when it gave none
 */
public record NetlinkAck(int errno, String text) {

    /** Carried out, nothing to say. */
    public static final NetlinkAck OK = new NetlinkAck(0, "");

    public boolean succeeded() {
        return errno == 0;
    }

    public boolean is(Errno expected) {
        return errno == expected.number();
    }

    /** For people: {@code File exists (EEXIST): ipv4: Address already assigned}. */
    @Override
    public String toString() {
        if (succeeded()) {
            return text.isEmpty() ? "ok" : "ok: " + text;
        }
        return text.isEmpty() ? Errno.describe(errno) : Errno.describe(errno) + ": " + text;
    }
}

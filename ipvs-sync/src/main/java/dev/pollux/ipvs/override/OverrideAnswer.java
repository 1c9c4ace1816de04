package dev.pollux.ipvs.override;

import dev.pollux.linux.netlink.NetlinkAck;

/**
 * What became of a command that was meant for a running director.
 *
 * @param ours false: it is about nothing that the director owns, and nothing was done
 * @param answer as the kernel would give it
 */
public record OverrideAnswer(boolean ours, NetlinkAck answer) {

    static final OverrideAnswer NOT_OURS = new OverrideAnswer(false, NetlinkAck.OK);
}

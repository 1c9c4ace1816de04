package dev.pollux.linux.generic;

import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.util.function.Consumer;

/**
 * A generic netlink family as this kernel knows it.
 *
 * @param id the message type of its messages; another one after the module was loaded anew
 * @param version what its commands are sent with
 */
public record Family(int id, int version) {

    /**
     * A request to the family: {@code struct genlmsghdr} (command, version, two zero bytes), then what the body writes.
     *
     * @param flags a sum of {@link dev.pollux.linux.netlink.NetlinkFlags}
     */
    public NetlinkRequest request(int command, int flags, Consumer<NetlinkWriter> body) {
        return new NetlinkRequest(id, flags, message -> {
            message.int8(command).int8(version).int16(0);
            body.accept(message);
        });
    }
}

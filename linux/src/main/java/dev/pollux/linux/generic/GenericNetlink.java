package dev.pollux.linux.generic;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.syscall.Errno;
import java.util.Optional;

/** The controller of generic netlink, and the header of its messages. */
public final class GenericNetlink {

    /** {@code GENL_ID_CTRL}, the one family whose id is fixed (linux/genetlink.h). */
    private static final Family CONTROLLER = new Family(16, 2);

    private static final int CTRL_CMD_GETFAMILY = 3;
    private static final int CTRL_ATTR_FAMILY_ID = 1;
    private static final int CTRL_ATTR_FAMILY_NAME = 2;
    private static final int CTRL_ATTR_VERSION = 3;

    private GenericNetlink() {}

    /**
     * Looks a family up by name. The kernel tries to load a module for an unknown one.
     *
     * @param connection to {@link NetlinkConnection#GENERIC}
     * @return empty when this kernel has no such family
     */
    public static Optional<Family> resolve(NetlinkConnection connection, String name) {
        try {
            return connection.query(
                    CONTROLLER.request(
                            CTRL_CMD_GETFAMILY, 0, message -> message.attribute(CTRL_ATTR_FAMILY_NAME, name)),
                    GenericNetlink::decodeFamily);
        } catch (NetlinkException e) {
            if (e.is(Errno.ENOENT)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Reads {@code struct genlmsghdr}, gives its command and leaves the reader at the attributes. */
    public static int command(NetlinkReader message) {
        int command = message.int8();
        message.skip(3);
        return command;
    }

    private static Optional<Family> decodeFamily(NetlinkReader message) {
        command(message);
        NetlinkAttributes attributes = message.attributes();
        int id = 0;
        int version = 0;
        while (attributes.next()) {
            switch (attributes.type()) {
                case CTRL_ATTR_FAMILY_ID -> id = attributes.int16();
                case CTRL_ATTR_VERSION -> version = attributes.int32();
                default -> {}
            }
        }
        return id == 0 ? Optional.empty() : Optional.of(new Family(id, version));
    }
}

package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.ipvs.kernel.SyncDaemon;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Reads what a connection synchronization daemon is to be like. */
final class DaemonReader {

    /** The longest UDP payload over IPv4. */
    private static final int MAX_LENGTH = 65535 - 20 - 8;

    private final AdminWords words;

    DaemonReader(AdminWords words) {
        this.words = words;
    }

    SyncDaemon daemon(SyncDaemon.Role role) {
        return new SyncDaemon(
                role,
                words.options().getOrDefault(AdminOption.MCAST_INTERFACE, ""),
                number(AdminOption.SYNCID, 0, 255),
                number(AdminOption.SYNC_MAXLEN, 1, MAX_LENGTH),
                number(AdminOption.MCAST_PORT, 1, 65535),
                number(AdminOption.MCAST_TTL, 1, 255),
                group());
    }

    private int number(AdminOption option, int least, int most) {
        String text = words.value(option);
        return text == null ? 0 : (int) Numbers.read(option.toString(), text, least, most);
    }

    private @Nullable InetAddress group() {
        String text = words.value(AdminOption.MCAST_GROUP);
        if (text == null) {
            return null;
        }
        InetAddress group = AddressLiteral.parse(text);
        if (group == null || !group.isMulticastAddress()) {
            throw UsageException.meaning("--mcast-group " + text + ": no multicast address");
        }
        return group;
    }
}

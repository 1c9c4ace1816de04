package dev.pollux.linux.conntrack;

import dev.pollux.linux.netlink.NetlinkConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads tracked connections of the calling thread's network namespace. Needs CAP_NET_ADMIN. */
public final class ConntrackClient implements AutoCloseable {

    private static final Path COUNT = Path.of("/proc/sys/net/netfilter/nf_conntrack_count");

    private final NetlinkConnection connection = NetlinkConnection.open(NetlinkConnection.NETFILTER);

    private ConntrackClient() {}

    /**
     * A client with a connection of its own.
     *
     * @throws dev.pollux.linux.syscall.SystemCallException when it cannot be had
     */
    public static ConntrackClient open() {
        return new ConntrackClient();
    }

    /**
     * How many connections are tracked, of any kind: what a reading costs is in proportion.
     *
     * @throws IOException when this kernel tracks none
     */
    public static long count() throws IOException {
        return Long.parseLong(Files.readString(COUNT).strip());
    }

    /** The connections whose source address is translated. */
    public List<TranslatedConnection> translated() {
        return connection.dump(ConntrackCodec.dumpTranslated(), ConntrackCodec::decode);
    }

    @Override
    public void close() {
        connection.close();
    }
}

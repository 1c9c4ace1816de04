package dev.pollux.linux.nftables;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkConnection;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.Optional;

/**
 * {@code NFT_MSG_GETGEN} (linux/netfilter/nf_tables.h): the kernel counts the transactions of a namespace. After {@code struct
 * nfgenmsg} (family, version, two bytes of resource number) follows attribute {@code NFTA_GEN_ID}.
 */
final class RulesetGeneration {

    private static final int NFT_MSG_GETGEN = 10 << 8 | 16;
    private static final int NFTA_GEN_ID = 1;
    private static final int SIZE_OF_HEADER = 4;
    private static final NetlinkRequest QUESTION =
            new NetlinkRequest(NFT_MSG_GETGEN, 0, message -> message.zeros(SIZE_OF_HEADER));

    private RulesetGeneration() {}

    static int read() {
        try (NetlinkConnection connection = NetlinkConnection.open(NetlinkConnection.NETFILTER)) {
            return connection
                    .query(QUESTION, RulesetGeneration::decode)
                    .orElseThrow(() -> new SystemCallException("NFT_MSG_GETGEN", Errno.ENODATA.number()));
        }
    }

    private static Optional<Integer> decode(NetlinkReader message) {
        NetlinkAttributes attributes = message.skip(SIZE_OF_HEADER).attributes();
        while (attributes.next()) {
            if (attributes.type() == NFTA_GEN_ID) {
                return Optional.of(attributes.int32BigEndian());
            }
        }
        return Optional.empty();
    }
}

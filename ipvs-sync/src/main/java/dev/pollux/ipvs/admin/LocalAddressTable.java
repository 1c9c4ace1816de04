package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.linux.netlink.NetlinkAck;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** The local addresses of FULLNAT in this kernel: IPVS itself knows nothing of them. */
public interface LocalAddressTable {

    /** Makes a change. Answers as the kernel does about entries of its own: EEXIST, ENOENT. */
    NetlinkAck change(LocalAddressChange change);

    /** What a change needs besides to have an effect, a line each for people. */
    List<String> missing(LocalAddressChange change);

    /** How many connections come from each local address of each service, in the order of the addresses. */
    Map<ServiceKey.ByAddress, Map<InetAddress, Long>> connections();
}

package dev.pollux.ipvs.admin;

import dev.pollux.ipvs.table.TableChange;
import dev.pollux.linux.netlink.NetlinkAck;
import java.util.List;

/** Carries out changes of the table. */
@FunctionalInterface
public interface TableWriter {

    /**
     * Carries out commands in this order; one that fails does not stop those behind it.
     *
     * @return the answer to each, in the same order
     */
    List<NetlinkAck> execute(List<TableChange> commands);
}

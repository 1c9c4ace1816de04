package dev.pollux.director.dump;

import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.RouterCounts;
import dev.pollux.vrrp.VirtualRouterStatus;
import dev.pollux.vrrp.packet.DropReason;

/**
 * One virtual router as it is written.
 *
 * @param since what it had counted when the statistics were last begun anew
 */
record RouterDump(VrrpInstance instance, VirtualRouterStatus status, RouterCounts since) {

    long received() {
        return status.counts().advertsReceived() - since.advertsReceived();
    }

    long sent() {
        return status.counts().advertsSent() - since.advertsSent();
    }

    long becameMaster() {
        return status.counts().becameMaster() - since.becameMaster();
    }

    long releasedMaster() {
        return status.counts().releasedMaster() - since.releasedMaster();
    }

    long zeroReceived() {
        return status.counts().priorityZeroReceived() - since.priorityZeroReceived();
    }

    long zeroSent() {
        return status.counts().priorityZeroSent() - since.priorityZeroSent();
    }

    long dropped(DropReason reason) {
        return status.counts().dropped().getOrDefault(reason, 0L)
                - since.dropped().getOrDefault(reason, 0L);
    }
}

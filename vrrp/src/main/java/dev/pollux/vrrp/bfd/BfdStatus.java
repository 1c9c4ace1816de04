package dev.pollux.vrrp.bfd;

import dev.pollux.vrrp.bfd.packet.DropReason;
import java.util.List;
import java.util.Map;

/**
 * All sessions at one moment.
 *
 * @param sessions in the order of the configuration
 * @param drops packets that were not acted upon, by reason
 */
public record BfdStatus(List<BfdSessionStatus> sessions, Map<DropReason, Long> drops) {

    static final BfdStatus NONE = new BfdStatus(List.of(), Map.of());

    public BfdStatus {
        sessions = List.copyOf(sessions);
        drops = Map.copyOf(drops);
    }
}

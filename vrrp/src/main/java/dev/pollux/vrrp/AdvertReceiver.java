package dev.pollux.vrrp;

import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.packet.Advert;
import dev.pollux.vrrp.packet.AdvertChecksum;
import dev.pollux.vrrp.packet.AdvertExpectations;
import dev.pollux.vrrp.packet.AdvertSeal;
import dev.pollux.vrrp.packet.AdvertValidator;
import dev.pollux.vrrp.packet.AdvertVerdict;
import dev.pollux.vrrp.packet.DropReason;
import dev.pollux.vrrp.packet.IpPacket;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges and counts what one virtual router receives. Owned by the {@code vrrp} loop. */
final class AdvertReceiver {

    private final RouterCounters counters;
    private final RouterLog log;
    private @Nullable AdvertExpectations expectations;
    private @Nullable InetAddress master;
    private int masterPriority;
    private @Nullable IpPacket known;
    private boolean oldChecksum;

    AdvertReceiver(RouterCounters counters, RouterLog log) {
        this.counters = counters;
        this.log = log;
    }

    void expect(AdvertExpectations next) {
        expectations = next;
        known = null;
    }

    /** Whether it is the packet accepted last, of which nothing is to be said; one that is sealed is never the same again. */
    @SuppressWarnings("ReferenceEquality") // the memory of the socket gives the same object for the same bytes
    boolean knows(@Nullable IpPacket packet) {
        return packet != null && packet == known;
    }

    /** The known packet has come once more, to somebody who needs no event for it. */
    void heardAgain() {
        counters.advertsReceived++;
    }

    /** Sender of the last good advert since {@link #forget}. */
    Optional<InetAddress> master() {
        return Optional.ofNullable(master);
    }

    /** The priority in its advert; 0: none was heard. */
    int masterPriority() {
        return masterPriority;
    }

    /** Whether a peer was heard that sums as keepalived did up to 1.3.6. */
    boolean oldChecksum() {
        return oldChecksum;
    }

    void forget() {
        master = null;
        masterPriority = 0;
        known = null;
    }

    /** What the state machine shall hear of a packet; null: nothing. */
    RouterEvent.@Nullable AdvertReceived judge(@Nullable IpPacket packet, long receivedAt, long now) {
        if (packet == null || expectations == null) {
            counters.drop(DropReason.PACKET_LENGTH);
            return null;
        }
        known = null;
        AdvertVerdict verdict = AdvertValidator.validate(packet, expectations, master);
        if (verdict instanceof AdvertVerdict.Dropped dropped) {
            counters.drop(dropped.reason());
            if (dropped.reason() != DropReason.OWN_ADVERT) {
                log.packet(dropped.detail());
            }
            return null;
        }
        AdvertVerdict.Accepted accepted = (AdvertVerdict.Accepted) verdict;
        for (AdvertVerdict.Remark remark : accepted.remarks()) {
            if (remark.counter() != null) {
                counters.drop(remark.counter());
            }
            log.packet(remark.detail());
        }
        if (accepted.remarks().isEmpty() && expectations.seal() == AdvertSeal.NONE) {
            known = packet;
        }
        oldChecksum |= accepted.checksum() == AdvertChecksum.GROUP_PSEUDO_HEADER;
        return event(accepted.advert(), packet.source(), receivedAt, now);
    }

    private RouterEvent.AdvertReceived event(Advert advert, InetAddress sender, long receivedAt, long now) {
        counters.advertsReceived++;
        if (advert.priority() == 0) {
            counters.priorityZeroReceived++;
        }
        master = sender;
        masterPriority = advert.priority();
        return new RouterEvent.AdvertReceived(
                now, Math.min(receivedAt, now), advert.priority(), sender, advert.intervalNanos());
    }
}
